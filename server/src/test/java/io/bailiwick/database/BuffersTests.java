package io.bailiwick.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuffersTests {
    @Test
    void aQuarterOfTheMemoryKeepsRowsWithinLimits() {
        assertThat(Buffers.of(256L << 20)).isEqualTo(128);
        assertThat(Buffers.of(2L << 30)).isEqualTo(512);
        assertThat(Buffers.of(64L << 30)).isEqualTo(1_024);
        assertThat(Buffers.ofThisMachine()).isBetween(128L, 1_024L);
    }
}

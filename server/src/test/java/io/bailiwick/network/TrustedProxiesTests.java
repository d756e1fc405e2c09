package io.bailiwick.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.operations.SettingFaults;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedProxiesTests {
    @Test
    void everyWrongEntryIsReported() {
        var faults = new SettingFaults();
        new TrustedProxies(List.of("10.0.0.0/8", "proxy.example", "10.0.0.0/99")).check(faults);
        assertThat(faults.sentences())
                .hasSize(2)
                .allMatch(sentence -> sentence.startsWith("BAILIWICK_TRUSTED_PROXIES must be addresses or networks"))
                .anyMatch(sentence -> sentence.contains("`proxy.example`"))
                .anyMatch(sentence -> sentence.contains("`10.0.0.0/99`"));
    }

    @Test
    void anEmptySettingTrustsNobody() {
        var faults = new SettingFaults();
        var nobody = new TrustedProxies(List.of());
        nobody.check(faults);
        assertThat(faults.sentences()).isEmpty();
        assertThat(nobody.list().isEmpty()).isTrue();
    }
}

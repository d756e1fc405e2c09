package io.bailiwick.conformance;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Ten million decisions, for {@code bin/test --deep}: {@code -Dbailiwick.deep=true} or {@code BAILIWICK_DEEP=true}. */
@EnabledIf("asked")
class DeepDifferentialTests {
    private static final int WORLDS = 100_000;

    @Test
    void theEngineDecidesLikeTheReferenceTenMillionTimes() {
        long start = System.nanoTime();
        LongStream.range(start, start + WORLDS).parallel().forEach(new Doors()::compare);
    }

    static boolean asked() {
        return Boolean.getBoolean("bailiwick.deep") || Boolean.parseBoolean(System.getenv("BAILIWICK_DEEP"));
    }
}

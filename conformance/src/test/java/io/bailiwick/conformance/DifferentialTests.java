package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.bailiwick.conformance.EngineJudge.Door;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The engine and the reference answer the same in random worlds. A difference found here becomes a scenario file. */
class DifferentialTests {
    private static final int WORLDS = 1_000;
    private static final int REQUESTS = 100;
    private static final int DEEP_WORLDS = 100_000;

    private final Map<Door, Differential> differentials = new EnumMap<>(Door.class);

    DifferentialTests() {
        for (var door : Door.values()) {
            differentials.put(door, new Differential(ReferenceEngine::new, EngineJudge.behind(door)));
        }
    }

    /** A hundred thousand decisions, other ones in each build. */
    @Property(tries = WORLDS)
    void theEngineDecidesLikeTheReference(@ForAll long seed) {
        compare(seed);
    }

    /** The same hundred worlds in every build, so that a change that breaks something is seen at once. */
    @Test
    void theEngineDecidesLikeTheReferenceInTheUsualWorlds() {
        LongStream.range(0, 100).forEach(this::compare);
    }

    /** Ten million decisions, asked for with {@code -Dbailiwick.deep=true} or {@code BAILIWICK_DEEP=true}. */
    @Test
    @EnabledIf("deep")
    void theEngineDecidesLikeTheReferenceTenMillionTimes() {
        long start = System.nanoTime();
        LongStream.range(start, start + DEEP_WORLDS).parallel().forEach(this::compare);
        assertThat((long) DEEP_WORLDS * REQUESTS).isGreaterThanOrEqualTo(10_000_000);
    }

    static boolean deep() {
        return Boolean.getBoolean("bailiwick.deep") || Boolean.parseBoolean(System.getenv("BAILIWICK_DEEP"));
    }

    private void compare(long seed) {
        var doors = Door.values();
        var door = doors[(int) Math.floorMod(seed, (long) doors.length)];
        var differential = differentials.get(door);
        assertThat(differential).isNotNull();
        differential
                .difference(seed, REQUESTS)
                .ifPresent(scenario -> fail("Through the door %s; save as %s.yaml:%n%n%s"
                        .formatted(door, scenario.name(), Scenarios.write(scenario))));
    }
}

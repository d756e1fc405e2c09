package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Random worlds are worth something only when their requests reach every gate. */
class RandomWorldsTests {
    private static final int WORLDS = 400;
    private static final int REQUESTS = 50;

    @Test
    void everyGateClosesOftenAndManyRequestsAreAllowed() {
        var closed = new EnumMap<Gate, Integer>(Gate.class);
        int allowed = 0;
        for (int seed = 0; seed < WORLDS; seed++) {
            var random = new RandomWorlds(seed);
            var world = random.world();
            var judge = new ReferenceEngine(world);
            for (int i = 0; i < REQUESTS; i++) {
                var gate = judge.decide(random.request(world)).gate();
                allowed += gate == null ? 1 : 0;
                if (gate != null) {
                    closed.merge(gate, 1, Integer::sum);
                }
            }
        }
        int all = WORLDS * REQUESTS;
        assertThat(allowed).as("allowed").isGreaterThan(all / 10);
        for (var gate : Gate.values()) {
            assertThat(closed.getOrDefault(gate, 0)).as(Words.of(gate)).isGreaterThan(all / 50);
        }
    }

    @Test
    void aSeedAlwaysMakesTheSameWorldAndRequests() {
        assertThat(some(7)).isEqualTo(some(7)).isNotEqualTo(some(8));
    }

    @Test
    void everyWorldCanBeWrittenAsAScenario() {
        for (int seed = 0; seed < WORLDS; seed++) {
            var random = new RandomWorlds(seed);
            var world = random.world();
            var judge = new ReferenceEngine(world);
            var expectations = IntStream.range(0, 5)
                    .mapToObj(i -> random.request(world))
                    .map(request -> Scenario.Expectation.of(request, judge.decide(request)))
                    .sorted((one, other) -> Boolean.compare(other.allowed(), one.allowed()))
                    .toList();
            var scenario = new Scenario("random", "r", world, expectations, List.of(), List.of());
            assertThat(Scenarios.read("random", Scenarios.write(scenario))).isEqualTo(scenario);
        }
    }

    private static Map.Entry<World, List<Request>> some(long seed) {
        var random = new RandomWorlds(seed);
        var world = random.world();
        return Map.entry(
                world,
                IntStream.range(0, REQUESTS)
                        .mapToObj(i -> random.request(world))
                        .toList());
    }
}

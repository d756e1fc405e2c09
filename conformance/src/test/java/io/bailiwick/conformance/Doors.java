package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.fail;

import io.bailiwick.conformance.EngineJudge.Door;

/** Compares the reference with the engine behind each of its doors in turn. */
final class Doors {
    /** How many decisions a world is good for. */
    static final int REQUESTS = 100;

    void compare(long seed) {
        var doors = Door.values();
        var door = doors[(int) Math.floorMod(seed, (long) doors.length)];
        new Differential(ReferenceEngine::new, EngineJudge.behind(door))
                .difference(seed, REQUESTS)
                .ifPresent(scenario -> fail("Through the door %s; save as %s.yaml:%n%n%s"
                        .formatted(door, scenario.name(), Scenarios.write(scenario))));
    }
}

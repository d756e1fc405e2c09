package io.bailiwick.conformance;

import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The engine and the reference answer the same in random worlds. A difference found here becomes a scenario file. */
class DifferentialTests {
    private static final int WORLDS = 1_000;

    private final Doors doors = new Doors();

    /** A hundred thousand decisions, others in each build. */
    @Property(tries = WORLDS)
    void theEngineDecidesLikeTheReference(@ForAll long seed) {
        doors.compare(seed);
    }

    /** The same hundred worlds in every build: what fails here failed because of a change. */
    @Example
    void theEngineDecidesLikeTheReferenceInTheUsualWorlds() {
        LongStream.range(0, 100).forEach(doors::compare);
    }
}

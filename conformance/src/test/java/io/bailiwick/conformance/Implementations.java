package io.bailiwick.conformance;

import java.util.List;

/** The implementations that are put to the test here. */
final class Implementations {
    private Implementations() {}

    static List<Candidate> all() {
        return List.of(ReferenceEngine::new);
    }
}

package io.bailiwick.conformance;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The implementations that are put to the test here. */
final class Implementations {
    private Implementations() {}

    static Map<String, Candidate> named() {
        var implementations = new LinkedHashMap<String, Candidate>();
        implementations.put("the reference", ReferenceEngine::new);
        implementations.putAll(engine());
        return implementations;
    }

    static Map<String, Candidate> engine() {
        var engine = new LinkedHashMap<String, Candidate>();
        for (var door : EngineJudge.Door.values()) {
            engine.put("the engine by " + door.name().toLowerCase(Locale.ROOT), EngineJudge.behind(door));
        }
        return engine;
    }
}

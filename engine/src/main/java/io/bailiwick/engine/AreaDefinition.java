package io.bailiwick.engine;

import io.bailiwick.model.AreaGate;
import java.util.List;
import java.util.UUID;

/**
 * A functional area of an application.
 *
 * @param id its id
 * @param application the id of its application
 * @param name its name, unique within the application
 * @param gate to which roles and permissions it is open
 * @param patterns its path patterns; an area without any is reached by no path, but may be judged by its id
 */
public record AreaDefinition(UUID id, UUID application, String name, AreaGate gate, List<PatternDefinition> patterns) {

    /** An area. */
    public AreaDefinition {
        patterns = List.copyOf(patterns);
    }
}

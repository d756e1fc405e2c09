package io.bailiwick.engine;

import java.util.UUID;

/**
 * An application whose endpoints are guarded.
 *
 * @param id its id
 * @param key its short unique word; the panel itself has {@link #BUILT_IN_KEY}
 */
public record ApplicationDefinition(UUID id, String key) {

    /** The key of the built-in application, the only one whose areas may be public or personal. */
    public static final String BUILT_IN_KEY = "cockpit";

    /** Whether it is the panel itself. */
    public boolean isBuiltIn() {
        return key.equals(BUILT_IN_KEY);
    }
}

package io.bailiwick.engine;

import java.util.UUID;

/**
 * Something that keeps a policy from being built.
 *
 * @param kind what sort of problem it is
 * @param about the id of the application, area, group or partner at fault; of two that clash the later one
 * @param message a sentence for a person
 */
public record PolicyProblem(Kind kind, UUID about, String message) {

    /** The sorts of problems. */
    public enum Kind {
        /** An id, a key or a name stands twice. */
        DUPLICATE,
        /** An area belongs to an application that does not exist. */
        UNKNOWN_APPLICATION,
        /** A gate of the built-in application stands in another one. */
        RESERVED_GATE,
        /** Two patterns of an application cannot be told apart by rank. */
        COLLIDING_PATTERNS,
        /** A rule names an area that does not exist. */
        UNKNOWN_AREA
    }
}

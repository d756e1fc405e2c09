package io.bailiwick.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change that somebody tries to make, in a session that may have been open for long, and what comes of it.
 *
 * @param by the user who tries
 * @param address from which, as text; {@code null} when it does not matter
 * @param then what requests are answered afterwards, in sessions that were open before
 */
public record Change(String by, @Nullable String address, Deed deed, Answer answer, List<Scenario.Expectation> then) {

    /** Copies the list. */
    public Change {
        then = List.copyOf(then);
    }

    /** What a change is answered. */
    public enum Answer {
        /** It is done at once. */
        DONE,
        /** A confirmation is asked for, and without one nothing has changed. */
        CONFIRM,
        /** As {@link #CONFIRM}, and given the confirmation it is done. */
        CONFIRMED,
        /** It is refused, no confirmation helps, and nothing has changed. */
        REFUSED;

        /** The answer as long as nothing is confirmed. */
        public Answer first() {
            return this == CONFIRMED ? CONFIRM : this;
        }
    }
}

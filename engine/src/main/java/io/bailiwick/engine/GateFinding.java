package io.bailiwick.engine;

import io.bailiwick.model.Gate;
import org.jspecify.annotations.Nullable;

/**
 * One gate, as an explanation sees it.
 *
 * @param gate the gate
 * @param state open, closed, or not judged
 * @param detail what it looked at, a sentence for a person
 * @param remedy when closed, what would have to change; else null
 */
public record GateFinding(
        Gate gate, State state, String detail, @Nullable String remedy) {

    /** How a gate stands. */
    public enum State {
        /** It lets the request through. */
        OPEN,
        /** It holds the request up. */
        CLOSED,
        /** It was not asked, or what it needs to know is missing. */
        NOT_JUDGED
    }

    static GateFinding open(Gate gate, String detail) {
        return new GateFinding(gate, State.OPEN, detail, null);
    }

    static GateFinding closed(Gate gate, String detail, String remedy) {
        return new GateFinding(gate, State.CLOSED, detail, remedy);
    }

    static GateFinding notJudged(Gate gate, String detail) {
        return new GateFinding(gate, State.NOT_JUDGED, detail, null);
    }
}

package io.bailiwick.activity;

import io.bailiwick.kernel.Refusal;
import java.util.Locale;

/** Whether an issue is to be looked after. */
enum IssueState {
    OPEN,
    CLOSED;

    /** The word on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state with that word.
     *
     * @throws Refusal.Invalid when there is none
     */
    static IssueState of(String word) {
        for (var state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new Refusal.Invalid("state", "An issue is `open` or `closed`.");
    }
}

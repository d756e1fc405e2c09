package io.bailiwick.tickets;

import io.bailiwick.kernel.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether a ticket waits for somebody. */
enum TicketState {
    OPEN,
    CLOSED;

    /** The word on the wire. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TicketState of(boolean open) {
        return open ? OPEN : CLOSED;
    }

    /**
     * The state with that word.
     *
     * @throws Refusal.Invalid when there is none
     */
    static TicketState of(@Nullable String word) {
        for (var state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new Refusal.Invalid("state", "A ticket is `open` or `closed`.");
    }
}

package io.bailiwick.tickets;

import io.bailiwick.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a list of tickets.
 *
 * @param q part of the subject, or a number such as `#12`; empty for any
 * @param open true or false for those in that state, null for all
 * @param own whether only the actor's own are wanted
 */
public record TicketFilter(String q, @Nullable Boolean open, boolean own) {
    /**
     * Reads a filter from words.
     *
     * @throws Refusal.Invalid when the state is none
     */
    static TicketFilter of(String q, String state, boolean own) {
        return new TicketFilter(q, state.isEmpty() ? null : TicketState.of(state) == TicketState.OPEN, own);
    }
}

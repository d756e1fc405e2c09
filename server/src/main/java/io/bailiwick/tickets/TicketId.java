package io.bailiwick.tickets;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import java.util.UUID;

/** Names a ticket within an account. */
public record TicketId(UUID value) {
    /**
     * Reads an id from a path.
     *
     * @throws Refusal.NotFound when it cannot be one
     */
    static TicketId read(String text) {
        return new TicketId(Ids.read(text, "ticket"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

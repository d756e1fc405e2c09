package io.bailiwick.tickets;

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
        return new TicketId(idIn(text, "ticket"));
    }

    static UUID idIn(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException none) {
            throw new Refusal.NotFound(what);
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

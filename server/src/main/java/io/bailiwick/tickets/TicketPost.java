package io.bailiwick.tickets;

import io.bailiwick.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One text of a ticket.
 *
 * @param author who wrote it, or null when that user is gone
 * @param text several lines, as typed
 */
public record TicketPost(
        UUID id, @Nullable UserId author, String authorName, String text, Instant at, List<Attached> attachments) {
    public TicketPost {
        attachments = List.copyOf(attachments);
    }

    /**
     * A file that came with it.
     *
     * @param size in bytes
     */
    public record Attached(UUID id, UUID post, String name, long size) {}
}

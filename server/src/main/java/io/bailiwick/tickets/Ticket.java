package io.bailiwick.tickets;

import io.bailiwick.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as lists show it.
 *
 * @param number counts the account's tickets
 * @param author who opened it, or null when that user is gone
 * @param authorName what the author was called then
 * @param posts how many texts it has, the first one included
 * @param changedAt when something was last written, or its state changed
 * @param version counts its changes
 */
public record Ticket(
        TicketId id,
        long number,
        String subject,
        boolean open,
        @Nullable UserId author,
        String authorName,
        int posts,
        Instant createdAt,
        Instant changedAt,
        long version) {}

package io.bailiwick.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of one message.
 *
 * @param attempts how often it was tried
 * @param status what the endpoint answered last; null when it did not
 * @param reason why it failed the last time; null when it did not
 * @param requestedBy who wanted the message delivered again; null for its first delivery
 * @param dueAt when it is tried next; of meaning only while it waits
 */
public record Job(
        UUID id,
        UUID message,
        Message.Partner partner,
        String type,
        String endpoint,
        JobState state,
        int attempts,
        @Nullable Integer status,
        @Nullable String reason,
        @Nullable String requestedBy,
        Instant createdAt,
        Instant dueAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {
    /** How long it took from its first try to its end; null while it has none. */
    public @Nullable Duration took() {
        return startedAt == null || finishedAt == null ? null : Duration.between(startedAt, finishedAt);
    }
}

package io.bailiwick.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done to deliver a message. */
public final class Timeline {
    private Timeline() {}

    /**
     * One delivery.
     *
     * @param requestedBy who wanted it delivered again; null for the first delivery
     * @param endpoint the name of the endpoint that it went to
     * @param dueAt when it is tried again; of meaning only while it waits
     */
    public record Delivery(
            UUID job,
            Instant createdAt,
            @Nullable String requestedBy,
            JobState state,
            String endpoint,
            Instant dueAt,
            List<Attempt> attempts) {
        public Delivery {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * One try.
     *
     * @param at when it had come to its end
     * @param took how long it took
     * @param status what the endpoint answered; null when it did not
     * @param reason why it failed; null when it did not
     */
    public record Attempt(
            int number,
            Instant at,
            Duration took,
            @Nullable Integer status,
            @Nullable String reason) {}
}

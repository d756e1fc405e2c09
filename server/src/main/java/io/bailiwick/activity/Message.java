package io.bailiwick.activity;

import io.bailiwick.flows.Direction;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message, without its body.
 *
 * @param size how many bytes its body has
 * @param reference its sender's own name for it, or null
 * @param sender who sent it: an access point's name or a user's
 * @param endpoint the name of the endpoint that it is meant for
 * @param finishedAt when it was delivered or had failed for good; null before that
 * @param reason why it failed, as a sentence; null when it did not
 */
public record Message(
        UUID id,
        Partner partner,
        Direction direction,
        String type,
        MessageState state,
        int size,
        String contentType,
        @Nullable String reference,
        String sender,
        String endpoint,
        Instant receivedAt,
        @Nullable Instant finishedAt,
        @Nullable String reason) {
    /** Whom it belongs to. */
    public record Partner(UUID id, String key, String name) {}
}

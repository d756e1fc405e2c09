package io.bailiwick.flows;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that comes in.
 *
 * @param id its id, which holds the moment that it came
 * @param at that moment
 * @param flow the way that it takes
 * @param sender who sent it, for people: the name of the access point or of a user
 * @param accessPoint where it came in; null when a user sent it
 * @param contentType what its sender says that the body is
 * @param reference its sender's own name for it, or null
 * @param body what is delivered
 */
public record Incoming(
        UUID id,
        Instant at,
        Configuration.Flow flow,
        String sender,
        @Nullable UUID accessPoint,
        String contentType,
        @Nullable String reference,
        byte[] body) {}

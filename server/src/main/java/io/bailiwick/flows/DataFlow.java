package io.bailiwick.flows;

import java.time.Instant;
import java.util.UUID;

/**
 * Which way messages of one type go: from an access point to an endpoint, as a partner's.
 *
 * @param type what they are, such as `orders`; an access point has one data flow for each
 */
public record DataFlow(
        UUID id,
        Named accessPoint,
        Named partner,
        Named endpoint,
        Direction direction,
        String type,
        Instant createdAt,
        long version) {
    /** What it names: by id, key and name. */
    public record Named(UUID id, String key, String name) {}
}

package io.bailiwick.routing;

import io.bailiwick.accounts.Author;
import io.bailiwick.partners.SeenPartner;
import java.time.Instant;

/**
 * Numbers that begin with a prefix go to a partner.
 *
 * @param prefix 1 to 15 digits
 * @param priority 1 to 99; of several partners of one prefix the lowest number goes first
 * @param effectiveFrom from when on it counts
 * @param changedBy whoever saved it last
 * @param version counts its changes
 */
public record Route(
        RouteId id,
        String prefix,
        SeenPartner partner,
        int priority,
        Instant effectiveFrom,
        Instant createdAt,
        Instant changedAt,
        Author changedBy,
        long version) {
    Route by(Author author) {
        return new Route(id, prefix, partner, priority, effectiveFrom, createdAt, changedAt, author, version);
    }

    /** Whether it counts at that moment, unless a later one takes its place. */
    public boolean isInEffect(Instant at) {
        return !effectiveFrom.isAfter(at);
    }
}

package io.bailiwick.partners;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whoever a piece of business data belongs to.
 *
 * @param key its short unique word, used in headers and imports
 * @param reseller the reseller that it belongs to, or null
 * @param active whether it is switched on; nobody sees the data of one that is off
 * @param version counts its changes
 */
public record Partner(
        PartnerId id,
        String name,
        String key,
        @Nullable Reseller reseller,
        boolean active,
        Instant createdAt,
        long version) {}

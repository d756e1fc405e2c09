package io.bailiwick.partners;

import java.time.Instant;

/**
 * Whoever partners may belong to.
 *
 * @param key its short unique word
 * @param active whether it is switched on; nobody sees the data of its partners while it is off
 * @param version counts its changes
 */
public record Reseller(ResellerId id, String name, String key, boolean active, Instant createdAt, long version) {}

package io.bailiwick.flows;

import java.time.Instant;
import java.util.UUID;

/**
 * Where messages are delivered: an address that takes them by HTTP POST.
 *
 * @param key its short unique word
 * @param attempts how often one delivery is tried before it has failed
 */
public record Endpoint(UUID id, String name, String key, String url, int attempts, Instant createdAt, long version) {}

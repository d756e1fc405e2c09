package io.bailiwick.flows;

import java.time.Instant;
import java.util.UUID;

/**
 * Where messages come in: an address of this server that takes them by HTTP POST from whoever has its secret.
 *
 * @param key its short unique word, which stands in the address
 */
public record AccessPoint(UUID id, String name, String key, Instant createdAt, long version) {
    /** The path that takes messages. */
    public String path() {
        return "/api/v1/receive/" + key;
    }
}

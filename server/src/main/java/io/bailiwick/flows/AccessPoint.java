package io.bailiwick.flows;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where messages come in: an address of this server that takes them by HTTP POST from whoever has its secret, or a folder
 * whose files are taken.
 *
 * @param key its short unique word, which stands in the address
 * @param folder the name of the folder; null when it takes messages by HTTP
 */
public record AccessPoint(
        UUID id, String name, String key, @Nullable String folder, Instant createdAt, long version) {
    /** How messages come to it. */
    public Transport transport() {
        return Transport.with(folder);
    }

    /** The path that takes messages by HTTP. */
    public String path() {
        return "/api/v1/receive/" + key;
    }
}

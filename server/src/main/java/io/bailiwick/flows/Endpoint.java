package io.bailiwick.flows;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where messages are delivered: an address that takes them by HTTP POST, or a folder that they are written into as files.
 *
 * @param key its short unique word
 * @param url the address; null when it is a folder
 * @param folder the name of the folder; null when it is an address
 * @param attempts how often one delivery is tried before it has failed
 */
public record Endpoint(
        UUID id,
        String name,
        String key,
        @Nullable String url,
        @Nullable String folder,
        int attempts,
        Instant createdAt,
        long version) {
    /** How messages come to it. */
    public Transport transport() {
        return Transport.with(folder);
    }

    /** Its address, or the name of its folder. */
    public String target() {
        return url != null ? url : String.valueOf(folder);
    }
}

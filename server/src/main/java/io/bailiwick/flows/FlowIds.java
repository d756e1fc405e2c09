package io.bailiwick.flows;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ids in paths, bodies and names of files. */
final class FlowIds {
    private static final int LENGTH = 36;
    private static final int BITS_BEHIND_MOMENT = 16;

    private FlowIds() {}

    /** The id; null when the text cannot be one. */
    static @Nullable UUID idOrNull(String text) {
        try {
            return text.length() == LENGTH ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    /** When an id was made (RFC 9562, version 7). */
    static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_BEHIND_MOMENT);
    }
}

package io.bailiwick.flows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the ids in paths and bodies. */
final class FlowIds {
    private static final int LENGTH = 36;

    private FlowIds() {}

    /** The id; null when the text cannot be one. */
    static @Nullable UUID idOrNull(String text) {
        try {
            return text.length() == LENGTH ? UUID.fromString(text) : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}

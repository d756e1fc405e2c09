package io.bailiwick.flows;

import java.time.Instant;
import java.util.UUID;

/** What an id tells. */
final class FlowIds {
    private static final int BITS_BEHIND_MOMENT = 16;

    private FlowIds() {}

    /** When an id was made (RFC 9562, version 7). */
    static Instant moment(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_BEHIND_MOMENT);
    }
}

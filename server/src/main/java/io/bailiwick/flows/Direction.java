package io.bailiwick.flows;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which way a message goes, as the account sees it. */
public enum Direction {
    /** From the partner. */
    INBOUND,
    /** To the partner. */
    OUTBOUND;

    /** The word on the wire. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    public String label() {
        return "flows.direction." + word();
    }

    /** The direction with that word. */
    public static Optional<Direction> of(String word) {
        return Stream.of(values())
                .filter(direction -> direction.word().equals(word))
                .findFirst();
    }
}

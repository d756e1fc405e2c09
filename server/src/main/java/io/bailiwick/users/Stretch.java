package io.bailiwick.users;

import java.time.Instant;

/** A stretch of time. The last end is not in it. */
record Stretch(Instant from, Instant until) {
    /** Before anything that is kept here. */
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    /** After anything that is kept here. */
    static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
}

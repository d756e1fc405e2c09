package io.bailiwick.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moments as ids hold them and rows have them. */
final class Moments {
    private static final int BITS_BEHIND = 16;
    private static final long VERSION = 0x7000;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Moments() {}

    /** The first id that can have been made then; ids before it were made earlier (RFC 9562, version 7). */
    static UUID firstId(Instant moment) {
        return new UUID(Math.max(0, moment.toEpochMilli()) << BITS_BEHIND | VERSION, VARIANT);
    }

    /** When the id was made. */
    static Instant of(UUID id) {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> BITS_BEHIND);
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant orNull(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

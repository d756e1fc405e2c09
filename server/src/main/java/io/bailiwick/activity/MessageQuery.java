package io.bailiwick.activity;

import io.bailiwick.flows.Direction;
import io.bailiwick.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Reads what the query of a list of messages wants. */
final class MessageQuery {
    private MessageQuery() {}

    /** @param from a moment (RFC 3339), or a day in UTC; empty for none */
    static MessageFilter filter(
            String q, String partner, String direction, String state, String type, String from, String to) {
        return new MessageFilter(
                q,
                partner,
                direction(direction),
                state.isEmpty() ? null : MessageState.of(state),
                type,
                moment("from", from),
                moment("to", to));
    }

    private static @Nullable Direction direction(String word) {
        return word.isEmpty()
                ? null
                : Direction.of(word)
                        .orElseThrow(() -> new Refusal.Invalid("direction", "Say `inbound` or `outbound`."));
    }

    private static @Nullable Instant moment(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return text.strip().length() > "2026-01-01".length()
                    ? OffsetDateTime.parse(text.strip()).toInstant()
                    : LocalDate.parse(text.strip()).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new Refusal.Invalid(field, "Write a moment such as `2026-11-26T04:00:00Z`, or a day.");
        }
    }

    /**
     * The days that a reader means, in his zone.
     *
     * @param period `1`, `7`, `30` … days, today included; empty for all
     */
    static @Nullable Instant since(String period, ZoneId zone) {
        try {
            return period.isEmpty()
                    ? null
                    : LocalDate.now(zone)
                            .minusDays(Long.parseLong(period) - 1)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (NumberFormatException unreadable) {
            throw new Refusal.Invalid("period", "Say how many days.");
        }
    }
}

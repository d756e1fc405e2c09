package io.bailiwick.dashboard;

import com.fasterxml.jackson.annotation.JsonValue;
import io.bailiwick.kernel.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** How far back one looks, and in which steps. */
public enum Period {
    /** The last 24 hours, hour by hour. */
    DAY("24h", 1, 1),
    /** The last seven days, today included, in quarters of a day. */
    WEEK("7d", 7, 4),
    /** The last thirty days, today included, day by day. */
    MONTH("30d", 30, 1);

    private static final int HOURS = 24;

    private final String word;
    private final int days;
    private final int aDay;

    Period(String word, int days, int aDay) {
        this.word = word;
        this.days = days;
        this.aDay = aDay;
    }

    /**
     * A step of a period.
     *
     * @param from when it begins
     * @param to when it ends, or will
     */
    public record Step(Instant from, Instant to) {}

    /** As on the wire. */
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * The period with that word.
     *
     * @throws Refusal.Malformed when there is none
     */
    static Period of(String word) {
        return Stream.of(values())
                .filter(period -> period.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal.Malformed("`period` takes 24h, 7d or 30d."));
    }

    /** Its steps up to a moment, by a reader's clock, oldest first; the last one is not over yet. */
    List<Step> steps(Instant now, ZoneId zone) {
        return this == DAY ? hours(now) : days(now, zone);
    }

    private static List<Step> hours(Instant now) {
        var last = now.truncatedTo(ChronoUnit.HOURS);
        return Stream.iterate(last.minus(Duration.ofHours(HOURS - 1)), hour -> hour.plus(Duration.ofHours(1)))
                .limit(HOURS)
                .map(hour -> new Step(hour, hour.plus(Duration.ofHours(1))))
                .toList();
    }

    private List<Step> days(Instant now, ZoneId zone) {
        var steps = new ArrayList<Step>();
        var first = now.atZone(zone).toLocalDate().minusDays(days - 1L);
        for (int part = 0; part < days * aDay; part++) {
            var from = start(first.plusDays(part / aDay).atTime(part % aDay * HOURS / aDay, 0), zone);
            var next = part + 1;
            var to = start(first.plusDays(next / aDay).atTime(next % aDay * HOURS / aDay, 0), zone);
            if (!from.isAfter(now)) {
                steps.add(new Step(from, to));
            }
        }
        return steps;
    }

    private static Instant start(LocalDateTime at, ZoneId zone) {
        return at.atZone(zone).toInstant();
    }
}

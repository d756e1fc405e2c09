package io.bailiwick.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as people say them, in one reader's zone; made by {@link Timekeeper}. */
public final class Times {
    /** So far another clock may be ahead of this one. */
    private static final Duration AHEAD = Duration.ofSeconds(-3);

    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    Times(Texts texts, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    /** As people say it now: {@code 5 min ago}, {@code Yesterday, 17:20}, {@code in 7 days}, {@code 12 Nov}. */
    public String relative(Instant moment) {
        var now = clock.instant();
        var away = Duration.between(moment, now);
        var key = away.isNegative() ? "ui.time.in." : "ui.time.ago.";
        var minutes = away.abs().toMinutes();
        if (minutes < 1) {
            return texts.text(away.compareTo(AHEAD) < 0 ? "ui.time.soon" : "ui.time.now");
        }
        if (minutes < 60) {
            return texts.text(key + "minutes", minutes);
        }
        if (minutes < 12 * 60) {
            return texts.text(key + "hours", minutes / 60);
        }
        return byDay(moment.atZone(zone), now.atZone(zone), key);
    }

    /**
     * In full, to the second: {@code 12 Nov 2026, 17:20:05 (Europe/Berlin, UTC+01:00)}. The offset tells apart the two
     * hours that have the same name when clocks are put back.
     */
    public String exact(Instant moment) {
        return in(moment, "d MMM uuuu, HH:mm:ss");
    }

    /** In full, to the minute, as for mails: {@code 12 Nov 2026, 17:20 (Europe/Berlin, UTC+01:00)}. */
    public String toTheMinute(Instant moment) {
        return in(moment, "d MMM uuuu, HH:mm");
    }

    private String in(Instant moment, String pattern) {
        var there = moment.atZone(zone);
        return format(there, pattern) + " (" + Zones.name(zone, moment) + ")";
    }

    private String byDay(ZonedDateTime moment, ZonedDateTime now, String key) {
        var days = ChronoUnit.DAYS.between(moment.toLocalDate(), now.toLocalDate());
        var clockTime = format(moment, "HH:mm");
        if (days == 0) {
            return texts.text("ui.time.today", clockTime);
        }
        if (days == 1) {
            return texts.text("ui.time.yesterday", clockTime);
        }
        if (days == -1) {
            return texts.text("ui.time.tomorrow", clockTime);
        }
        if (Math.abs(days) < 60) {
            return texts.text(key + "days", Math.abs(days));
        }
        return format(moment, moment.getYear() == now.getYear() ? "d MMM" : "d MMM uuuu");
    }

    private String format(ZonedDateTime moment, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, texts.locale()).format(moment);
    }
}

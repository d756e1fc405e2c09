package io.bailiwick.ui;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as people say them, in one reader's zone. */
final class Times {
    private final Texts texts;
    private final Clock clock;
    private final ZoneId zone;

    Times(Texts texts, Clock clock, ZoneId zone) {
        this.texts = texts;
        this.clock = clock;
        this.zone = zone;
    }

    String relative(Instant moment) {
        var now = clock.instant();
        var away = Duration.between(moment, now);
        var key = away.isNegative() ? "ui.time.in." : "ui.time.ago.";
        var minutes = away.abs().toMinutes();
        if (minutes < 1) {
            return texts.text("ui.time.now");
        }
        if (minutes < 60) {
            return texts.text(key + "minutes", minutes);
        }
        if (minutes < 12 * 60) {
            return texts.text(key + "hours", minutes / 60);
        }
        return byDay(moment.atZone(zone), now.atZone(zone), key);
    }

    String exact(Instant moment) {
        return format(moment.atZone(zone), "d MMM uuuu, HH:mm:ss") + " (" + zone.getId() + ")";
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

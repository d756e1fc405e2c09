package io.bailiwick.dashboard;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * How the page is shown, as its address holds it.
 *
 * @param tables whether figures stand in tables rather than in charts
 * @param zone in which its reader reads hours
 */
public record DashboardView(Period period, boolean tables, ZoneId zone) {
    /** The same page of another period. */
    public String of(Period other) {
        return path(other, tables);
    }

    /** The same page with tables instead of charts, or the other way about. */
    public String turned() {
        return path(period, !tables);
    }

    /** This page. */
    public String here() {
        return path(period, tables);
    }

    /** When a step begins, in full. */
    public String full(Instant at) {
        return format(at, period == Period.MONTH ? "EEE d MMM" : "EEE d MMM, HH:mm");
    }

    /** The same in few characters, for an axis. */
    public String brief(Instant at) {
        return format(
                at,
                switch (period) {
                    case DAY -> "HH:mm";
                    case WEEK -> "EEE HH:mm";
                    case MONTH -> "d MMM";
                });
    }

    private String format(Instant at, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(at.atZone(zone));
    }

    private static String path(Period period, boolean tables) {
        return "/dashboard?period=" + period.word() + (tables ? "&view=tables" : "");
    }
}

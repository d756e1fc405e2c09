package io.bailiwick.users;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads times in a search: an age ({@code <90d}: within the last 90 days, {@code >6m}: longer ago than six months) or a
 * day of the reader's zone ({@code >2026-01-01}: after it, {@code <=}, {@code >=}, alone: on it).
 */
final class SearchTimes {
    private static final Pattern AGE = Pattern.compile("([<>]?)=?(\\d{1,5})([hdwmy])");
    private static final Pattern DAY = Pattern.compile("([<>]=?)?(\\d{4}-\\d{2}-\\d{2})");

    private SearchTimes() {}

    static Optional<Stretch> read(String text, Instant now, ZoneId zone) {
        try {
            return age(text, now, zone).or(() -> day(text, zone));
        } catch (DateTimeException | ArithmeticException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<Stretch> age(String text, Instant now, ZoneId zone) {
        var found = AGE.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var number = Integer.parseInt(found.group(2));
        var then = switch (found.group(3)) {
            case "h" -> now.minusSeconds(3_600L * number);
            case "d" -> before(now, zone, Period.ofDays(number));
            case "w" -> before(now, zone, Period.ofWeeks(number));
            case "m" -> before(now, zone, Period.ofMonths(number));
            default -> before(now, zone, Period.ofYears(number));
        };
        var start = then.isBefore(Stretch.EARLIEST) ? Stretch.EARLIEST : then;
        return Optional.of(
                found.group(1).equals(">") ? new Stretch(Stretch.EARLIEST, start) : new Stretch(start, Stretch.LATEST));
    }

    private static Instant before(Instant now, ZoneId zone, Period period) {
        return now.atZone(zone).minus(period).toInstant();
    }

    private static Optional<Stretch> day(String text, ZoneId zone) {
        var found = DAY.matcher(text);
        if (!found.matches()) {
            return Optional.empty();
        }
        var day = LocalDate.parse(found.group(2));
        var begins = day.atStartOfDay(zone).toInstant();
        var ends = day.plusDays(1).atStartOfDay(zone).toInstant();
        var comparison = found.group(1) == null ? "" : found.group(1);
        return Optional.of(
                switch (comparison) {
                    case "<" -> new Stretch(Stretch.EARLIEST, begins);
                    case "<=" -> new Stretch(Stretch.EARLIEST, ends);
                    case ">" -> new Stretch(ends, Stretch.LATEST);
                    case ">=" -> new Stretch(begins, Stretch.LATEST);
                    default -> new Stretch(begins, ends);
                });
    }
}

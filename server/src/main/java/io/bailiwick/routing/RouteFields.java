package io.bailiwick.routing;

import io.bailiwick.ui.Newer;
import io.bailiwick.ui.Phrases;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of a route as typed; what was not sent is empty.
 *
 * @param effectiveFrom a day and time of the reader's clocks, as browsers send it
 */
public record RouteFields(String prefix, String partner, String priority, String effectiveFrom) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    public RouteFields {
        prefix = Objects.requireNonNullElse(prefix, "");
        partner = Objects.requireNonNullElse(partner, "");
        priority = Objects.requireNonNullElse(priority, "");
        effectiveFrom = Objects.requireNonNullElse(effectiveFrom, "");
    }

    static RouteFields empty(String partner) {
        return new RouteFields("", partner, "1", "");
    }

    static RouteFields of(Route route, ZoneId zone) {
        return new RouteFields(
                route.prefix(),
                route.partner().key(),
                Integer.toString(route.priority()),
                LOCAL.format(route.effectiveFrom().atZone(zone)));
    }

    /** @param zone the reader's */
    RouteForm form(ZoneId zone) {
        return new RouteForm(prefix, partner, number(), time(zone));
    }

    /** What was saved in between, and where it differs. */
    Newer against(Route saved, ZoneId zone, Phrases phrases) {
        var there = of(saved, zone);
        var comparison = new Newer.Comparison()
                .field(phrases.text("routing.prefix"), there.prefix, prefix)
                .field(phrases.text("routing.partner"), there.partner, partner)
                .field(phrases.text("routing.priority"), there.priority, priority)
                .field(phrases.text("routing.from"), there.effectiveFrom, effectiveFrom);
        return new Newer(saved.changedBy().name(), saved.changedAt(), comparison.differences());
    }

    /** What is no number is refused as one that is out of bounds. */
    private @Nullable Integer number() {
        var text = priority.strip();
        if (text.isEmpty()) {
            return null;
        }
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private String time(ZoneId zone) {
        return moment(effectiveFrom, zone);
    }

    /** A day and time of the zone's clocks as one of RFC 3339; what is none stays as it is, to be refused. */
    static String moment(String local, ZoneId zone) {
        try {
            return LocalDateTime.parse(local.strip()).atZone(zone).toInstant().toString();
        } catch (DateTimeParseException noTime) {
            return local;
        }
    }
}

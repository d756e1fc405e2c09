package io.bailiwick.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The time zones to choose from, and how they are called. */
public final class Zones {
    private static final String PLACES = "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+";

    private static final List<Option> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.equals("UTC") || zone.matches(PLACES))
            .sorted()
            .map(zone -> Option.of(zone, zone.replace('_', ' ')))
            .toList();

    private Zones() {}

    /** UTC and every place, by name; also the one that is chosen already when it is an older name. */
    public static List<Option> options(String chosen) {
        return chosen.isBlank() || ALL.stream().anyMatch(zone -> zone.value().equals(chosen))
                ? ALL
                : Stream.concat(Stream.of(Option.of(chosen, chosen)), ALL.stream())
                        .toList();
    }

    /** The zone with its offset at that moment: {@code Europe/Berlin, UTC+01:00}; plain {@code UTC} for UTC. */
    public static String name(ZoneId zone, Instant moment) {
        var offset = offset(zone, moment);
        var name = zone.normalized() instanceof ZoneOffset ? offset : zone.getId();
        return name.equals(offset) ? offset : name + ", " + offset;
    }

    /** How far the zone's clocks are from UTC at that moment: {@code UTC+05:30}, {@code UTC}. */
    public static String offset(ZoneId zone, Instant moment) {
        var offset = zone.getRules().getOffset(moment);
        return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + offset.getId();
    }

    /** The zone that somebody means who typed its place alone, or its name in other letters: {@code new york}. */
    public static Optional<String> meant(String typed) {
        var wanted = plain(typed);
        return ALL.stream()
                .map(Option::value)
                .filter(zone -> plain(zone).equals(wanted) || plain(zone).endsWith("/" + wanted))
                .findFirst();
    }

    private static String plain(String zone) {
        return zone.strip().replace(' ', '_').toLowerCase(Locale.ROOT);
    }
}

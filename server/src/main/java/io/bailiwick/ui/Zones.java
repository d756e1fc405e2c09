package io.bailiwick.ui;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** The time zones to choose from. */
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
}

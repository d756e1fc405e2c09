package io.bailiwick.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The sidebar: what all modules contributed, in order. */
public final class Navigation {
    private final List<NavItem> items;

    Navigation(List<NavItem> items) {
        this.items = items.stream()
                .sorted(Comparator.comparing(NavItem::section).thenComparingInt(NavItem::order))
                .toList();
    }

    /**
     * A section with those of its entries that one reader may open.
     *
     * @param section which section
     * @param items its entries, at least one
     */
    public record Group(NavItem.Section section, List<NavItem> items) {
        /** Message key of the heading; the first section has none. */
        public String label() {
            return switch (section) {
                case HOME -> "ui.nav.home";
                case CARRIER -> "ui.nav.carrier";
                case ACTIVITY -> "ui.nav.activity";
                case INTEGRATION -> "ui.nav.integration";
                case DIRECTORY -> "ui.nav.directory";
                case GOVERN -> "ui.nav.govern";
                case SETTINGS -> "ui.nav.settings";
            };
        }
    }

    List<Group> of(Viewer viewer) {
        var groups = new ArrayList<Group>();
        for (var section : NavItem.Section.values()) {
            var open = items.stream()
                    .filter(item -> item.section() == section && viewer.mayOpen(item))
                    .toList();
            if (!open.isEmpty()) {
                groups.add(new Group(section, open));
            }
        }
        return groups;
    }

    Optional<NavItem> current(String path) {
        return items.stream()
                .filter(item -> item.covers(path))
                .max(Comparator.comparingInt(item -> item.href().length()));
    }
}

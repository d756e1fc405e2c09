package io.bailiwick.conformance;

import static java.util.stream.Collectors.toMap;

import io.bailiwick.conformance.World.Action;
import io.bailiwick.conformance.World.Area;
import io.bailiwick.conformance.World.Effect;
import io.bailiwick.conformance.World.Group;
import io.bailiwick.conformance.World.Mode;
import io.bailiwick.conformance.World.Rule;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the section "Groups" of the access model says. */
final class ReferenceGroups {
    private final List<Group> groups;
    private final Map<String, Area> areas;
    private final Map<String, List<PlainPattern>> patterns;

    ReferenceGroups(World world) {
        groups = world.groups();
        areas = world.areas().stream().collect(toMap(Area::id, area -> area));
        patterns = world.areas().stream()
                .collect(toMap(
                        Area::id,
                        area -> area.patterns().stream()
                                .map(pattern -> PlainPattern.read(pattern.path()))
                                .toList()));
    }

    /** Allowed is what any of the groups allows, less what any of them denies; without a group, everything. */
    boolean open(List<String> memberOf, Area area, Action action) {
        var mine =
                groups.stream().filter(group -> memberOf.contains(group.name())).toList();
        return mine.isEmpty()
                || mine.stream().anyMatch(group -> allows(group, area, action))
                        && mine.stream().noneMatch(group -> denies(group, area, action));
    }

    private boolean allows(Group group, Area area, Action action) {
        boolean defaultsCount = group.mode() == Mode.EXCEPTIONS || group.rules().isEmpty();
        return defaultsCount && group.defaultAccess().contains(action)
                || group.rules().stream()
                        .filter(rule ->
                                rule.effect() == Effect.ALLOW && rule.access().contains(action))
                        .anyMatch(rule -> rule.area().equals(area.id())
                                || sameApplication(rule, area)
                                        && of(area.id()).stream().allMatch(pattern -> under(pattern, rule)));
    }

    private boolean denies(Group group, Area area, Action action) {
        return group.rules().stream()
                .filter(rule -> rule.effect() == Effect.DENY && rule.access().contains(action))
                .anyMatch(rule -> rule.area().equals(area.id())
                        || sameApplication(rule, area)
                                && of(area.id()).stream().anyMatch(pattern -> under(pattern, rule)));
    }

    private boolean sameApplication(Rule rule, Area area) {
        return Objects.requireNonNull(areas.get(rule.area())).application().equals(area.application());
    }

    private boolean under(PlainPattern pattern, Rule rule) {
        return of(rule.area()).stream().anyMatch(pattern::liesUnder);
    }

    private List<PlainPattern> of(String area) {
        return Objects.requireNonNull(patterns.get(area));
    }
}

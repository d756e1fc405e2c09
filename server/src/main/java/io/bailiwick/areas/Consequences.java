package io.bailiwick.areas;

import io.bailiwick.model.AreaGate;
import io.bailiwick.model.Effect;
import io.bailiwick.model.PathCover;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.PatternSegment;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a change of an application's areas may open by accident; in doubt it says so. */
final class Consequences {
    private final List<Area> before;
    private final List<Area> after;
    private final Map<AreaId, Area> beforeById;
    private final Map<AreaId, Area> afterById;
    private final List<Consequence> found = new ArrayList<>();

    private Consequences(List<Area> before, List<Area> after) {
        this.before = before;
        this.after = after;
        this.beforeById = byId(before);
        this.afterById = byId(after);
    }

    /**
     * Compares two states of all areas of an application.
     *
     * @param ruled the areas that rules name
     */
    static List<Consequence> of(List<Area> before, List<Area> after, Set<AreaId> ruled) {
        var consequences = new Consequences(before, after);
        for (var area : before) {
            var then = consequences.afterById.get(area.id());
            if (then != null && opens(area.gate(), then.gate())) {
                consequences.found.add(Consequence.gate(
                        then.name(), area.gate().word(), then.gate().word()));
            }
            consequences.dropped(area, then);
        }
        after.forEach(area -> consequences.added(consequences.beforeById.get(area.id()), area));
        consequences.reach(ruled);
        consequences.actions();
        return List.copyOf(consequences.found);
    }

    /** The rules that go when these areas do. */
    static List<Consequence> ofRules(Collection<Area> gone, List<Rules.Naming> naming) {
        var found = new ArrayList<Consequence>();
        for (var area : gone) {
            naming.stream()
                    .filter(named -> named.area().equals(area.id()))
                    .map(named -> Consequence.rules(
                            area.name(), named.name(), named.last() ? "default access alone" : "other rules"))
                    .forEach(found::add);
        }
        return List.copyOf(found);
    }

    /** The consequences in words, with numbers. */
    static String sentence(List<Consequence> consequences) {
        var parts = new ArrayList<String>();
        part(parts, consequences, Consequence.GATE, "gate", " to more people", "opens", "open");
        part(parts, consequences, Consequence.PATH, "path", " to another area", "falls", "fall");
        part(parts, consequences, Consequence.ACTION, "method", " something else than before", "does", "do");
        part(parts, consequences, Consequence.REACH, "area", " other rules than before", "is under", "are under");
        var groups = consequences.stream()
                .filter(consequence -> consequence.kind().equals(Consequence.RULES))
                .map(Consequence::before)
                .distinct()
                .toList();
        if (!groups.isEmpty()) {
            parts.add("rules of " + count(groups.size(), "group") + " go along (" + shortened(groups) + ")");
        }
        var sentence = String.join(", ", parts);
        return sentence.isEmpty() ? "" : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".";
    }

    /** A number with its noun. */
    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private void dropped(Area area, @Nullable Area then) {
        List<AreaPath> left = then == null ? List.of() : then.paths();
        for (var path : area.paths()) {
            if (left.stream().noneMatch(kept -> kept.isSameAs(path.pattern()))) {
                heirs(path.pattern(), area.id(), after)
                        .forEach(heir -> found.add(
                                Consequence.path(area.name(), path.pattern().text(), heir.name())));
            }
        }
    }

    private void added(@Nullable Area area, Area then) {
        List<AreaPath> had = area == null ? List.of() : area.paths();
        for (var path : then.paths()) {
            if (had.stream().noneMatch(old -> old.isSameAs(path.pattern()))) {
                heirs(path.pattern(), then.id(), before).stream()
                        .filter(owner -> owner.paths().stream().noneMatch(old -> old.isSameAs(path.pattern())))
                        .forEach(owner -> found.add(
                                Consequence.path(owner.name(), path.pattern().text(), then.name())));
            }
        }
    }

    /** The other areas to which requests on a pattern belong where the pattern itself is not there. */
    private static List<Area> heirs(PathPattern pattern, AreaId but, List<Area> areas) {
        var heirs = new ArrayList<Area>();
        for (var area : areas) {
            if (!area.id().equals(but)
                    && area.paths().stream()
                            .map(AreaPath::pattern)
                            .anyMatch(other -> Patterns.overlap(pattern, other)
                                    && (!other.liesUnder(pattern) || pattern.liesUnder(other))
                                    && !shaded(pattern, other, areas))) {
                heirs.add(area);
            }
        }
        return heirs;
    }

    /** Whether some pattern between the two takes whatever the lower one lets go. */
    private static boolean shaded(PathPattern lower, PathPattern upper, List<Area> areas) {
        return areas.stream()
                .flatMap(area -> area.paths().stream())
                .map(AreaPath::pattern)
                .anyMatch(between -> lower.liesUnder(between) && between.liesUnder(upper) && !upper.liesUnder(between));
    }

    /** Methods of paths that are there which would do something else. */
    private void actions() {
        var paths = new HashMap<List<PatternSegment>, AreaPath>();
        before.forEach(area -> area.paths().forEach(path -> paths.put(ImportPlan.nameless(path.pattern()), path)));
        for (var area : after) {
            for (var path : area.paths()) {
                var was = paths.get(ImportPlan.nameless(path.pattern()));
                if (was != null && !was.actions().equals(path.actions())) {
                    var methods = new TreeSet<>(was.actions().actions().keySet());
                    methods.addAll(path.actions().actions().keySet());
                    methods.forEach(method -> action(area, was, path, method));
                }
            }
        }
    }

    private void action(Area area, AreaPath was, AreaPath path, String method) {
        var old = was.actions().actionOf(method);
        var now = path.actions().actionOf(method);
        if (old != now && now != null) {
            found.add(Consequence.action(
                    area.name(),
                    path.pattern().text(),
                    method + " " + (old == null ? "nothing" : old.word()),
                    method + " " + now.word()));
        }
    }

    /** Rules on areas whose paths changed, or which cover an area whose paths changed, may cover others than before. */
    private void reach(Set<AreaId> ruled) {
        var changed = before.stream()
                .filter(area -> !patterns(area).equals(patterns(afterById.getOrDefault(area.id(), area))))
                .map(Area::id)
                .collect(Collectors.toSet());
        if (changed.isEmpty()) {
            return;
        }
        var was = cover(before);
        var is = cover(after);
        for (var area : before) {
            var then = afterById.get(area.id());
            if (then != null && ruled.contains(area.id())) {
                before.stream()
                        .filter(other -> !other.id().equals(area.id()))
                        .filter(other -> changed.contains(area.id()) || changed.contains(other.id()))
                        .map(other -> afterById.get(other.id()))
                        .filter(Objects::nonNull)
                        .forEach(other -> reach(then, other, was, is));
            }
        }
    }

    private void reach(Area area, Area other, PathCover<AreaId> was, PathCover<AreaId> is) {
        if (!was.of(Effect.ALLOW, other.id()).contains(area.id())
                && is.of(Effect.ALLOW, other.id()).contains(area.id())) {
            found.add(Consequence.reaches(area.name(), other.name()));
        }
        if (was.of(Effect.DENY, other.id()).contains(area.id())
                && !is.of(Effect.DENY, other.id()).contains(area.id())
                && !other.paths().isEmpty()) {
            found.add(Consequence.reachesNoMore(area.name(), other.name()));
        }
    }

    private static PathCover<AreaId> cover(List<Area> areas) {
        return new PathCover<>(areas.stream().collect(Collectors.toMap(Area::id, Consequences::patterns)));
    }

    private static List<PathPattern> patterns(Area area) {
        return area.paths().stream().map(AreaPath::pattern).toList();
    }

    private static boolean opens(AreaGate before, AreaGate after) {
        for (int mask = 0; mask < 1 << Permission.values().length; mask++) {
            var granted = EnumSet.noneOf(Permission.class);
            for (var permission : Permission.values()) {
                if ((mask & 1 << permission.ordinal()) != 0) {
                    granted.add(permission);
                }
            }
            for (var role : Role.values()) {
                if (after.isOpenTo(role, granted) && !before.isOpenTo(role, granted)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<AreaId, Area> byId(List<Area> areas) {
        return areas.stream().collect(Collectors.toMap(Area::id, area -> area));
    }

    private static void part(
            List<String> parts, List<Consequence> all, String kind, String noun, String rest, String one, String many) {
        var number = (int) all.stream()
                .filter(consequence -> consequence.kind().equals(kind))
                .count();
        if (number > 0) {
            parts.add(count(number, noun) + " " + (number == 1 ? one : many) + rest);
        }
    }

    private static String shortened(List<String> names) {
        return names.size() <= 5 ? String.join(", ", names) : String.join(", ", names.subList(0, 5)) + " …";
    }
}

package io.bailiwick.areas;

import io.bailiwick.areas.AreaPath.Documented;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.model.Action;
import io.bailiwick.model.AreaGate;
import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.PatternSegment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a document makes of an application's areas. A path that is there stays where it is, save that a document may move
 * what a document placed and nobody moved by hand; a new one goes to the area of its tag, which is found by the tag that
 * it was made for, else by its name, else made. What the document placed and has no more goes. Overrides follow the
 * document where they still are what it said the last time. What no pattern covers is placed by the first document;
 * by a later one it waits, denied, until somebody places it.
 */
final class ImportPlan {
    private final Application application;
    private final List<Area> before;
    private final Outline outline;
    private final Map<AreaId, Area> areas = new LinkedHashMap<>();
    private final Map<AreaId, List<AreaPath>> paths = new HashMap<>();
    private final Map<List<PatternSegment>, Placed> placed = new HashMap<>();
    private final Map<Outline.Path, AreaId> targets = new LinkedHashMap<>();
    private final Map<Outline.Path, Proposal> waiting = new LinkedHashMap<>();
    private final List<PathPattern> staying = new ArrayList<>();
    private final Placing placing;
    private final Map<List<PatternSegment>, String> seen = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private ImportPlan(Application application, List<Area> before, Outline outline, Placing placing) {
        this.application = application;
        this.before = before;
        this.outline = outline;
        this.placing = placing;
    }

    /** What becomes of paths that no pattern covers. */
    enum Placing {
        /** They are placed. */
        ALL,
        /** They wait. */
        COVERED
    }

    /**
     * Where a path that waits would be placed.
     *
     * @param area the area's name
     * @param joins whether the area is there
     */
    record Proposal(String area, boolean joins) {}

    /** Where a path is. */
    private record Placed(Area area, AreaPath path) {}

    /**
     * The areas after the import: those that stay and those that are made.
     *
     * @param before all areas of the application
     * @param ruled those of them that rules name
     * @throws Refusal.Invalid with every path that collides
     */
    static Result of(Application application, List<Area> before, Set<AreaId> ruled, Outline outline, Placing placing) {
        var plan = new ImportPlan(application, before, outline, placing);
        plan.lookAround();
        outline.paths().forEach(plan::place);
        plan.requireNoCollisions();
        return plan.result(plan.after(ruled));
    }

    /**
     * The areas with paths placed that are in none; nothing else changes.
     *
     * @param chosen the paths
     * @param target the area that takes them; null for each the one of its tag
     */
    static Result placing(Application application, List<Area> before, Outline chosen, @Nullable AreaId target) {
        var plan = new ImportPlan(application, before, chosen, Placing.ALL);
        before.forEach(area -> {
            plan.areas.put(area.id(), area);
            plan.paths.put(area.id(), new ArrayList<>(area.paths()));
        });
        for (var path : chosen.paths()) {
            var said = overrides(path);
            plan.put(
                    path,
                    target == null ? plan.areaOf(path.tag()) : target,
                    new AreaPath(PathPattern.parse(path.pattern()), said, new Documented(path.tag(), said)));
        }
        plan.requireNoCollisions();
        return plan.result(plan.after(plan.areas.keySet()));
    }

    /**
     * What comes of it.
     *
     * @param targets to which area each path of the document goes that is in one
     * @param waiting the others, with where they would be placed
     */
    record Result(
            Outline outline,
            List<Area> before,
            List<Area> after,
            Map<Outline.Path, AreaId> targets,
            Map<Outline.Path, Proposal> waiting) {}

    private Result result(List<Area> after) {
        return new Result(outline, before, after, targets, waiting);
    }

    /** A pattern without the names between braces: two that have it in common cover the same. */
    static List<PatternSegment> nameless(PathPattern pattern) {
        return pattern.segments().stream()
                .map(segment -> new PatternSegment(segment.kind(), segment.prefix(), segment.suffix(), ""))
                .toList();
    }

    private void lookAround() {
        var documented = outline.paths().stream()
                .map(path -> nameless(PathPattern.parse(path.pattern())))
                .collect(Collectors.toSet());
        for (var area : before) {
            areas.put(area.id(), area);
            var kept = new ArrayList<AreaPath>();
            for (var path : area.paths()) {
                var key = nameless(path.pattern());
                placed.put(key, new Placed(area, path));
                if (path.documented() == null && !documented.contains(key)) {
                    kept.add(path);
                }
                if (path.documented() == null || documented.contains(key)) {
                    staying.add(path.pattern());
                }
            }
            paths.put(area.id(), kept);
        }
    }

    private void place(Outline.Path path) {
        var pattern = PathPattern.parse(path.pattern());
        var twin = seen.putIfAbsent(nameless(pattern), path.pattern());
        if (twin != null) {
            faults.add(new Fault(
                    "paths." + path.pattern(),
                    "`" + path.pattern() + "` and `" + twin
                            + "` cover the same paths. Put their operations together under one of them."));
            return;
        }
        var said = overrides(path);
        var there = placed.get(nameless(pattern));
        if (there == null && placing == Placing.COVERED && staying.stream().noneMatch(pattern::liesUnder)) {
            waiting.put(path, proposal(before, path.tag()));
            return;
        }
        if (there == null) {
            put(path, areaOf(path.tag()), new AreaPath(pattern, said, new Documented(path.tag(), said)));
            return;
        }
        var last = there.path().documented();
        var actions = merged(there.path().actions(), last == null ? MethodOverrides.NONE : last.actions(), said);
        var documented = last == null ? null : new Documented(path.tag(), said);
        var moves = last != null
                && !last.tag().equals(path.tag())
                && last.tag().equals(there.area().tag());
        put(
                path,
                moves ? areaOf(path.tag()) : there.area().id(),
                new AreaPath(there.path().pattern(), actions, documented));
    }

    private void put(Outline.Path path, AreaId target, AreaPath put) {
        targets.put(path, target);
        paths.computeIfAbsent(target, id -> new ArrayList<>()).add(put);
    }

    private AreaId areaOf(String tag) {
        return areaFor(areas.values(), tag).map(area -> adopted(area, tag)).orElseGet(() -> made(tag));
    }

    /** Where a path of that tag would be placed among these areas. */
    static Proposal proposal(Collection<Area> areas, String tag) {
        return areaFor(areas, tag)
                .map(area -> new Proposal(area.name(), true))
                .orElseGet(() -> new Proposal(freeName(areas, tag), false));
    }

    private static Optional<Area> areaFor(Collection<Area> areas, String tag) {
        return areas.stream()
                .filter(area -> tag.equals(area.tag()))
                .findFirst()
                .or(() -> areas.stream()
                        .filter(area -> area.tag() == null && area.name().equals(tag))
                        .findFirst());
    }

    private static String freeName(Collection<Area> areas, String tag) {
        var name = tag;
        for (int number = 2; isTaken(areas, name); number++) {
            name = tag + " (" + number + ")";
        }
        return name;
    }

    private static boolean isTaken(Collection<Area> areas, String name) {
        return areas.stream().anyMatch(area -> area.name().equals(name));
    }

    private AreaId adopted(Area area, String tag) {
        if (area.tag() == null) {
            areas.put(area.id(), area.taggedAs(tag));
        }
        return area.id();
    }

    private AreaId made(String tag) {
        var name = freeName(areas.values(), tag);
        var area = new Area(
                new AreaId(Ids.next()),
                application.id(),
                application.key(),
                application.name(),
                name,
                AreaGate.OPEN,
                false,
                tag,
                List.of(),
                1,
                Instant.EPOCH);
        areas.put(area.id(), area);
        return area.id();
    }

    /** Follows the document in every method where nothing was changed by hand since it last spoke. */
    private static MethodOverrides merged(MethodOverrides current, MethodOverrides last, MethodOverrides said) {
        var merged = new TreeMap<>(current.actions());
        var methods = new HashSet<>(last.actions().keySet());
        methods.addAll(said.actions().keySet());
        for (var method : methods) {
            if (current.actions().get(method) == last.actions().get(method)) {
                set(merged, method, said.actions().get(method));
            }
        }
        return MethodOverrides.of(merged);
    }

    private static void set(Map<String, Action> actions, String method, @Nullable Action action) {
        if (action == null) {
            actions.remove(method);
        } else {
            actions.put(method, action);
        }
    }

    private void requireNoCollisions() {
        var collisions = new Collisions();
        for (var area : areas.values()) {
            for (var path : paths.getOrDefault(area.id(), List.of())) {
                collisions
                        .with(path.pattern())
                        .ifPresent(taken -> faults.add(
                                AreaReader.collision("paths." + path.pattern().text(), path.pattern(), taken, "")));
                collisions.add(path.pattern(), area.name());
            }
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }

    private List<Area> after(Set<AreaId> ruled) {
        var known = before.stream().collect(Collectors.toMap(Area::id, Function.identity()));
        return areas.values().stream()
                .map(area -> area.with(
                        area.name(),
                        area.gate(),
                        paths.getOrDefault(area.id(), List.of()).stream()
                                .sorted(AreaPath.ORDER)
                                .toList()))
                .filter(area -> !area.paths().isEmpty()
                        || area.tag() == null
                        || known.containsKey(area.id()) && ruled.contains(area.id()))
                .toList();
    }

    private static MethodOverrides overrides(Outline.Path path) {
        var actions = new TreeMap<String, Action>();
        path.overrides()
                .forEach((method, word) -> actions.put(method, Action.of(word).orElseThrow()));
        return MethodOverrides.of(actions);
    }
}

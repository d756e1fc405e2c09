package io.bailiwick.areas;

import io.bailiwick.areas.ImportReport.AreaLine;
import io.bailiwick.areas.ImportReport.OperationLine;
import io.bailiwick.areas.ImportReport.Outcome;
import io.bailiwick.areas.ImportReport.PathLine;
import io.bailiwick.model.PathPattern;
import io.bailiwick.model.PatternSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in lines what an import changes. */
final class ImportComparison {
    private final ImportPlan.Result plan;
    private final Map<AreaId, Area> before;
    private final Map<AreaId, Area> after;
    private final Map<List<PatternSegment>, Area> owners = new HashMap<>();
    private final Map<List<PatternSegment>, AreaPath> paths = new HashMap<>();
    private final Map<List<PatternSegment>, AreaPath> pathsThen = new HashMap<>();
    private final Map<List<PatternSegment>, Outline.Path> documented = new HashMap<>();

    private ImportComparison(ImportPlan.Result plan) {
        this.plan = plan;
        this.before = byId(plan.before());
        this.after = byId(plan.after());
        for (var area : plan.before()) {
            for (var path : area.paths()) {
                owners.put(ImportPlan.nameless(path.pattern()), area);
                paths.put(ImportPlan.nameless(path.pattern()), path);
            }
        }
        plan.after().forEach(area -> area.paths().forEach(path -> pathsThen.put(key(path), path)));
        plan.outline().paths().forEach(path -> documented.put(key(path), path));
    }

    /** The report of a plan. */
    static ImportReport of(ImportPlan.Result plan, Set<AreaId> ruled) {
        var comparison = new ImportComparison(plan);
        var consequences = Consequences.of(plan.before(), plan.after(), ruled);
        return new ImportReport(
                plan.outline().title(),
                plan.outline().paths().size(),
                comparison.areas(),
                comparison.operations(),
                consequences);
    }

    private List<AreaLine> areas() {
        return Stream.concat(plan.before().stream(), plan.after().stream())
                .map(Area::id)
                .distinct()
                .map(this::line)
                .filter(line -> !line.paths().isEmpty() || !line.status().equals(ImportReport.UNCHANGED))
                .sorted(Comparator.comparing(AreaLine::name))
                .toList();
    }

    private AreaLine line(AreaId id) {
        var was = before.get(id);
        var then = after.get(id);
        var lines = new ArrayList<PathLine>();
        if (then != null) {
            then.paths().stream()
                    .map(path -> line(then, path))
                    .filter(Objects::nonNull)
                    .forEach(lines::add);
        }
        if (was != null) {
            was.paths().stream()
                    .filter(path -> path.documented() != null && !pathsThen.containsKey(key(path)))
                    .forEach(
                            path -> lines.add(new PathLine(path.pattern().text(), ImportReport.GONE, null, List.of())));
        }
        var named = then == null ? Objects.requireNonNull(was) : then;
        return new AreaLine(
                was == null ? null : id.toString(), named.name(), named.tag(), status(was, then), List.copyOf(lines));
    }

    private static String status(@Nullable Area was, @Nullable Area then) {
        if (was == null) {
            return ImportReport.NEW;
        }
        if (then == null) {
            return ImportReport.GONE;
        }
        if (Areas.fields(was).equals(Areas.fields(then))) {
            return ImportReport.UNCHANGED;
        }
        return then.paths().isEmpty() ? ImportReport.EMPTIED : ImportReport.CHANGED;
    }

    private @Nullable PathLine line(Area area, AreaPath path) {
        var said = documented.get(key(path));
        if (said == null) {
            return null;
        }
        var owner = owners.get(key(path));
        var text = said.pattern();
        if (owner == null) {
            return new PathLine(text, ImportReport.NEW, null, said.otherTags());
        }
        if (!owner.id().equals(area.id())) {
            return new PathLine(text, ImportReport.MOVED, owner.name(), said.otherTags());
        }
        var same = Objects.requireNonNull(paths.get(key(path))).actions().equals(path.actions());
        return new PathLine(text, same ? ImportReport.UNCHANGED : ImportReport.CHANGED, null, said.otherTags());
    }

    private List<OperationLine> operations() {
        return plan.outline().paths().stream()
                .flatMap(path -> path.operations().stream().map(operation -> line(path, operation)))
                .toList();
    }

    private OperationLine line(Outline.Path path, Outline.Operation operation) {
        var proposal = plan.waiting().get(path);
        if (proposal != null) {
            return waiting(path, operation, proposal);
        }
        var area = Objects.requireNonNull(after.get(plan.targets().get(path)));
        var action = Objects.requireNonNull(pathsThen.get(key(path))).actions().actionOf(operation.method());
        return new OperationLine(
                operation.method(),
                path.pattern(),
                action == null ? null : action.word(),
                area.name(),
                outcome(path, area),
                null);
    }

    private static OperationLine waiting(Outline.Path path, Outline.Operation operation, ImportPlan.Proposal proposal) {
        var said = path.overrides().get(operation.method());
        return new OperationLine(
                operation.method(),
                path.pattern(),
                said == null ? operation.usual() : said,
                proposal.area(),
                Outcome.NOT_PLACED,
                proposal.joins() ? Outcome.JOINS_AREA : Outcome.NEW_AREA);
    }

    private Outcome outcome(Outline.Path path, Area area) {
        if (!before.containsKey(area.id())) {
            return Outcome.NEW_AREA;
        }
        var owner = owners.get(key(path));
        return owner != null && owner.id().equals(area.id()) ? Outcome.ALREADY_UNDER : Outcome.JOINS_AREA;
    }

    private static List<PatternSegment> key(AreaPath path) {
        return ImportPlan.nameless(path.pattern());
    }

    private static List<PatternSegment> key(Outline.Path path) {
        return ImportPlan.nameless(PathPattern.parse(path.pattern()));
    }

    private static Map<AreaId, Area> byId(List<Area> areas) {
        return areas.stream().collect(Collectors.toMap(Area::id, Function.identity()));
    }
}

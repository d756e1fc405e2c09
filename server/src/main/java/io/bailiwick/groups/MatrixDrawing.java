package io.bailiwick.groups;

import io.bailiwick.areas.Area;
import io.bailiwick.areas.AreaId;
import io.bailiwick.groups.Matrix.Cell;
import io.bailiwick.groups.Matrix.Counts;
import io.bailiwick.groups.Matrix.Row;
import io.bailiwick.groups.Matrix.Section;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.ui.AccessLetters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws the matrix of one group for one view of it. */
final class MatrixDrawing {
    /**
     * So many rows are on one page: four fields each stay below what a server reads of one form. With more areas than that
     * the applications are folded at first.
     */
    static final int ROWS = 200;

    private final Coverage coverage;
    private final Group group;
    private final MatrixDraft draft;
    private final Group after;
    private final OwnRules saved;
    private final Standing standing;

    MatrixDrawing(Coverage coverage, Group group, MatrixDraft draft) {
        this.coverage = coverage;
        this.group = group;
        this.draft = draft;
        this.after = draft.applied(group);
        this.saved = new OwnRules(group);
        this.standing = new Standing(coverage, after);
    }

    Matrix of(MatrixView view) {
        var applications = applications();
        var isSmall = coverage.areas().size() <= ROWS;
        var open = applications.keySet().stream()
                .filter(key -> view.isNarrowed() || view.isOpen(key, isSmall))
                .toList();
        var matching = open.stream()
                .flatMap(key -> applications.getOrDefault(key, List.of()).stream())
                .filter(area -> matches(area, view))
                .toList();
        var rest = matching.stream()
                .dropWhile(
                        area -> !view.after().isEmpty() && !area.id().toString().equals(view.after()))
                .skip(view.after().isEmpty() ? 0 : 1)
                .toList();
        var page = (rest.isEmpty() ? matching : rest).stream().limit(ROWS).toList();
        var next = rest.size() > page.size() ? page.getLast().id().toString() : null;
        var isUsual = open.size() == (isSmall ? applications.size() : 0);
        var known = view.isNarrowed() ? view.open() : isUsual ? List.<String>of() : written(open);
        return new Matrix(
                group,
                after,
                new MatrixView(view.q(), view.show(), known, view.after()),
                sections(applications, open, page, view),
                view.isNarrowed() ? view.open() : written(open),
                counts(matching.size(), page.size()),
                shown(page),
                draft.carried(page.stream().map(Area::id).toList()),
                AccessLetters.allowed(standing.defaults()),
                next);
    }

    /** What the letters of an area are, as it would be. */
    AccessLetters letters(AreaId area) {
        return Matrix.letters(standing, area);
    }

    /** The areas whose letters are others than what is saved has. */
    List<AreaId> altered() {
        var before = new Standing(coverage, group);
        return coverage.areas().stream()
                .map(Area::id)
                .filter(area ->
                        before.allowed(area) != standing.allowed(area) || before.denied(area) != standing.denied(area))
                .toList();
    }

    private static List<String> written(List<String> open) {
        return open.isEmpty() ? List.of(MatrixView.NONE) : open;
    }

    private Map<String, List<Area>> applications() {
        return coverage.areas().stream()
                .collect(Collectors.groupingBy(Area::applicationKey, LinkedHashMap::new, Collectors.toList()));
    }

    private boolean matches(Area area, MatrixView view) {
        var isThere = switch (view.show()) {
            case "rules" -> saved.name(area.id()) || standing.rules().name(area.id());
            case "changed" -> !draft.row(area.id()).isEmpty();
            default -> true;
        };
        return isThere
                && (contains(area.name(), view)
                        || area.paths().stream()
                                .anyMatch(path -> contains(path.pattern().text(), view)));
    }

    private static boolean contains(String text, MatrixView view) {
        return text.toLowerCase(Locale.ROOT).contains(view.wanted());
    }

    private List<Section> sections(
            Map<String, List<Area>> applications, List<String> open, List<Area> page, MatrixView view) {
        var sections = new ArrayList<Section>();
        applications.forEach((key, areas) -> {
            var rows = page.stream()
                    .filter(area -> area.applicationKey().equals(key))
                    .map(this::row)
                    .toList();
            if (!view.isNarrowed() || !rows.isEmpty()) {
                var ruled = (int) areas.stream()
                        .filter(area -> standing.rules().name(area.id()))
                        .count();
                var name = areas.getFirst().applicationName();
                sections.add(new Section(key, name, areas.size(), ruled, open.contains(key), rows));
            }
        });
        return sections;
    }

    private Row row(Area area) {
        var id = area.id();
        var stands = saved.row(id);
        var chosen = draft.row(id);
        return new Row(
                id.toString(),
                area.name(),
                path(area),
                Math.max(0, area.paths().size() - 1),
                Stream.of(Action.values())
                        .map(action -> cell(action, stands.of(action), chosen.of(action)))
                        .toList(),
                letters(id),
                List.copyOf(standing.from(id)),
                standing.rules().isEmpty(id),
                chosen.clears());
    }

    /** The shortest of its paths: of the panel's own areas that is the page; empty when it has none. */
    static String path(Area area) {
        return area.paths().stream()
                .map(path -> path.pattern().text())
                .min(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }

    private static Cell cell(Action action, @Nullable Choice stands, @Nullable Choice chosen) {
        var saved = Objects.requireNonNullElse(stands, Choice.NOTHING);
        return new Cell(action, saved, Objects.requireNonNullElse(chosen, saved));
    }

    private Counts counts(int matching, int onPage) {
        var ruled = (int) coverage.areas().stream()
                .filter(area -> standing.rules().name(area.id()))
                .count();
        return new Counts(coverage.areas().size(), ruled, draft.rows().size(), matching, onPage, draft.size());
    }

    private String shown(List<Area> page) {
        return page.stream()
                .map(area -> area.id() + "=" + saved.row(area.id()).text())
                .collect(Collectors.joining(" "));
    }

    /** The areas that had some access and would have none, by name: what closes. */
    List<Area> closing() {
        var before = new Standing(coverage, group);
        return coverage.areas().stream()
                .filter(area -> before.result(area.id()) != Access.NONE && standing.result(area.id()) == Access.NONE)
                .toList();
    }
}

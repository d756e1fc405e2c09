package io.bailiwick.decisions.web;

import io.bailiwick.decisions.UserAccess;
import io.bailiwick.decisions.UserAccess.AreaLine;
import io.bailiwick.decisions.UserAccess.ClosedAction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may do, area by area, as a page shows it.
 *
 * @param q what the areas' names and paths are searched for
 * @param show {@code open} for areas in which something is open, {@code closed} for those in which something is closed
 * @param total how many areas there are
 * @param open in how many of them something is open
 * @param sections those that match, by application
 */
public record AccessTable(String q, String show, int total, int open, List<Section> sections) {
    /** The four actions, in the order of the columns. */
    public static final List<String> ACTIONS = List.of("create", "read", "update", "delete");

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    public AccessTable {
        sections = List.copyOf(sections);
    }

    /** The areas of one application, by its key and its name. */
    public record Section(String application, String name, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }

        /** Whether it is the panel itself. */
        public boolean isPanel() {
            return application.equals("cockpit");
        }
    }

    /**
     * One area.
     *
     * @param paths its patterns
     * @param why what closes actions, the same things together
     */
    public record Row(UUID id, String name, List<String> paths, List<String> access, List<Why> why) {
        public Row {
            paths = List.copyOf(paths);
            access = List.copyOf(access);
            why = List.copyOf(why);
        }

        /** The gate that closes the action, or null when it is open. */
        public @Nullable String gate(String action) {
            return why.stream()
                    .filter(each -> each.actions().contains(action))
                    .map(Why::gate)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Why some actions are closed.
     *
     * @param cause `role`, `reseller`, `denied` or `not-allowed`
     * @param areaGate to whom the area is open before any group is asked
     * @param deniedBy the names of the groups that deny it
     */
    public record Why(List<String> actions, String gate, String cause, String areaGate, List<String> deniedBy) {
        public Why {
            actions = List.copyOf(actions);
            deniedBy = List.copyOf(deniedBy);
        }

        /** Whether nothing at all is open for this reason. */
        public boolean isWhole() {
            return actions.size() == ACTIONS.size();
        }
    }

    static AccessTable of(UserAccess access, String q, String show) {
        var matching = access.areas().stream()
                .filter(matches(q.strip().toLowerCase(Locale.ROOT)))
                .filter(shown(show))
                .collect(Collectors.groupingBy(AreaLine::application, LinkedHashMap::new, Collectors.toList()));
        var open = access.areas().stream().filter(shown(OPEN)).count();
        return new AccessTable(
                q,
                show,
                access.areas().size(),
                (int) open,
                matching.entrySet().stream()
                        .map(each -> new Section(
                                each.getKey(),
                                each.getValue().getFirst().applicationName(),
                                each.getValue().stream().map(AccessTable::row).toList()))
                        .toList());
    }

    /** How many areas match. */
    public int matches() {
        return sections.stream().mapToInt(section -> section.rows().size()).sum();
    }

    /** Whether not all are shown. */
    public boolean isNarrowed() {
        return !q.isBlank() || !show.isEmpty();
    }

    private static Predicate<AreaLine> matches(String word) {
        return area -> Stream.concat(
                        Stream.of(area.name(), area.application(), area.applicationName()), area.paths().stream())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(word));
    }

    private static Predicate<AreaLine> shown(String show) {
        return switch (show) {
            case OPEN -> area -> !area.access().isEmpty();
            case CLOSED -> area -> !area.closed().isEmpty();
            default -> area -> true;
        };
    }

    private static Row row(AreaLine area) {
        var why = new ArrayList<Why>();
        var alike = area.closed().stream()
                .collect(Collectors.groupingBy(
                        each -> each.cause() + names(each), LinkedHashMap::new, Collectors.toList()));
        alike.values()
                .forEach(actions -> why.add(new Why(
                        actions.stream().map(ClosedAction::action).toList(),
                        actions.getFirst().gate(),
                        actions.getFirst().cause(),
                        area.gate(),
                        names(actions.getFirst()))));
        return new Row(area.id(), area.name(), area.paths(), area.access(), why);
    }

    private static List<String> names(ClosedAction closed) {
        return closed.deniedBy().stream().map(UserAccess.GroupName::name).toList();
    }
}

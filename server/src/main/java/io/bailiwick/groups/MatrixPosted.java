package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.GroupMode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Reads what the form of the matrix posts. A cell counts as chosen when it says something else than was drawn; a script
 * leaves the others out. Rows that are not on the page come along in one field, so that the number of fields stays far
 * below what a server reads.
 */
final class MatrixPosted {
    /** Mode and default access as they were drawn, as {@link #base} writes them. */
    static final String BASE = "base";

    /** The rows that were drawn, each with what stood there. */
    static final String SHOWN = "shown";

    /** The choices in all other rows. */
    static final String CARRIED = "carried";

    private static final String CELL = "c";

    private final MultiValueMap<String, String> posted;
    private final Map<AreaId, RowChoices> shown;

    MatrixPosted(MultiValueMap<String, String> posted) {
        this.posted = posted;
        this.shown = rows(SHOWN);
    }

    /** Mode and default access, as they stand in the form for comparison. */
    static String base(Group group) {
        return group.mode().word() + " " + group.defaultAccess().mask();
    }

    /** The rows that are on the page, as the browser has it. */
    Set<AreaId> shown() {
        return shown.keySet();
    }

    /** The ids in a field. */
    Set<AreaId> ids(String field) {
        return rows(field).keySet();
    }

    MatrixDraft draft() {
        var base = first(BASE).split(" ", 2);
        var mode = GroupMode.of(first("mode"))
                .filter(chosen -> !chosen.word().equals(base[0]))
                .orElse(null);
        var rows = new LinkedHashMap<AreaId, RowChoices>();
        rows(CARRIED)
                .forEach((area, row) ->
                        rows.put(area, shown.containsKey(area) ? new RowChoices(Map.of(), row.clears()) : row));
        for (var area : areas()) {
            var stood = shown.getOrDefault(area, RowChoices.NONE);
            rows.put(area, chosen(area, stood, rows.getOrDefault(area, RowChoices.NONE)));
        }
        rows.values().removeIf(RowChoices::isEmpty);
        return new MatrixDraft(mode, defaults(base.length < 2 ? null : access(base[1])), rows);
    }

    /** A chip that is taken away posts nothing by itself, so each is led by a field that says so. */
    private Map<Action, Boolean> defaults(@Nullable Access before) {
        var defaults = new EnumMap<Action, Boolean>(Action.class);
        for (var action : Action.values()) {
            var said = last("default." + action.word());
            var allowed = said.equals(Choice.ALLOW.word());
            if (!said.isEmpty() && (before == null || before.contains(action) != allowed)) {
                defaults.put(action, allowed);
            }
        }
        return defaults;
    }

    /** The areas of which cells were posted or may have been left out. */
    private Set<AreaId> areas() {
        var areas = new LinkedHashSet<>(shown.keySet());
        for (var name : posted.keySet()) {
            var parts = name.split("\\.");
            if (parts.length == 3 && parts[0].equals(CELL)) {
                area(parts[1]).ifPresent(areas::add);
            }
        }
        return areas;
    }

    private RowChoices chosen(AreaId area, RowChoices stood, RowChoices row) {
        var chosen = row;
        for (var action : Action.values()) {
            var choice = Choice.of(first(CELL + "." + area + "." + action.word()));
            if (choice.isPresent() && choice.get() != stood.of(action)) {
                chosen = chosen.with(action, choice.get());
            }
        }
        return chosen;
    }

    private Map<AreaId, RowChoices> rows(String field) {
        var rows = new LinkedHashMap<AreaId, RowChoices>();
        for (var text : posted.getOrDefault(field, List.of())) {
            for (var row : text.split(" ")) {
                var parts = row.split("=", 2);
                area(parts[0]).ifPresent(area -> rows.put(area, RowChoices.read(parts.length < 2 ? "" : parts[1])));
            }
        }
        return rows;
    }

    /** The area with that id; empty when it is no id. */
    static Optional<AreaId> area(String text) {
        return Ids.read(text).map(AreaId::new);
    }

    private static @Nullable Access access(String mask) {
        return mask.matches("\\d{1,2}") ? Access.ofMask(Integer.parseInt(mask)) : null;
    }

    private String first(String name) {
        var value = posted.getFirst(name);
        return value == null ? "" : value;
    }

    private String last(String name) {
        var values = posted.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getLast();
    }
}

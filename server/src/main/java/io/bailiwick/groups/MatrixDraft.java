package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.groups.Group.Rule;
import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import io.bailiwick.ui.Confirmation.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen on the matrix of a group and is not saved yet. Whatever nobody touched is not in it, so that it can be
 * laid over a newer version of the group.
 *
 * @param mode null when it stays
 * @param defaults whether each action is allowed by default, those that were touched
 * @param rows by area
 */
record MatrixDraft(@Nullable GroupMode mode, Map<Action, Boolean> defaults, Map<AreaId, RowChoices> rows) {
    /** Nothing was chosen. */
    static final MatrixDraft NONE = new MatrixDraft(null, Map.of(), Map.of());

    MatrixDraft {
        defaults = Map.copyOf(defaults);
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** What makes the one group of the other. */
    static MatrixDraft between(Group from, Group to) {
        var defaults = new LinkedHashMap<Action, Boolean>();
        for (var action : Action.values()) {
            defaults.put(action, to.defaultAccess().contains(action));
        }
        var rows = new LinkedHashMap<AreaId, RowChoices>();
        from.rules().forEach(rule -> rows.put(rule.area(), RowChoices.NONE));
        to.rules().forEach(rule -> rows.put(rule.area(), RowChoices.NONE));
        var wanted = new OwnRules(to);
        rows.replaceAll((area, none) -> new RowChoices(wanted.row(area).cells(), true));
        return new MatrixDraft(to.mode(), defaults, rows).over(from);
    }

    boolean isEmpty() {
        return mode == null && defaults.isEmpty() && rows.isEmpty();
    }

    /** How many choices differ from what is saved. */
    int size() {
        return (mode == null ? 0 : 1)
                + defaults.size()
                + rows.values().stream()
                        .mapToInt(row -> Math.max(1, row.cells().size()))
                        .sum();
    }

    /** Only what would change this group, on areas that are there. */
    MatrixDraft over(Group saved, Coverage coverage) {
        var known = rows.entrySet().stream()
                .filter(row -> coverage.area(row.getKey()) != null)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new));
        return new MatrixDraft(mode, defaults, known).over(saved);
    }

    private MatrixDraft over(Group saved) {
        var touched = new LinkedHashMap<Action, Boolean>();
        defaults.forEach((action, allowed) -> {
            if (allowed != saved.defaultAccess().contains(action)) {
                touched.put(action, allowed);
            }
        });
        var changed = new LinkedHashMap<AreaId, RowChoices>();
        var own = new OwnRules(saved);
        rows.forEach((area, choices) -> {
            var row = choices.without(own.row(area));
            var clears = row.clears() && own.isEmpty(area);
            var kept = new RowChoices(row.cells(), clears);
            if (!kept.isEmpty()) {
                changed.put(area, kept);
            }
        });
        return new MatrixDraft(mode == saved.mode() ? null : mode, touched, changed);
    }

    /** The group as it would be. */
    Group applied(Group saved) {
        var access = saved.defaultAccess();
        for (var choice : defaults.entrySet()) {
            var action = Access.of(choice.getKey());
            access = choice.getValue() ? access.union(action) : access.minus(action);
        }
        var rules = new ArrayList<Rule>();
        saved.rules().forEach(rule -> changed(rule).ifPresent(rules::add));
        var own = new OwnRules(saved);
        rows.forEach((area, row) -> {
            for (var effect : Effect.values()) {
                if (!own.of(effect).containsKey(area)) {
                    var added = effect == Effect.ALLOW ? row.allowed(Access.NONE) : row.denied(Access.NONE);
                    if (!added.isEmpty()) {
                        rules.add(new Rule(area, effect, added));
                    }
                }
            }
        });
        return new Group(
                saved.id(),
                saved.name(),
                mode == null ? saved.mode() : mode,
                access,
                rules,
                saved.createdAt(),
                saved.version());
    }

    /** The same as fields of a form that shows no row. */
    List<Field> fields() {
        var fields = new ArrayList<Field>();
        fields.add(new Field(MatrixPosted.CARRIED, carried(List.of())));
        if (mode != null) {
            fields.add(new Field("mode", mode.word()));
        }
        defaults.forEach((action, allowed) ->
                fields.add(new Field("default." + action.word(), (allowed ? Choice.ALLOW : Choice.NOTHING).word())));
        return fields;
    }

    /** With the area's rules that list no action going, or staying. */
    MatrixDraft clearing(AreaId area, boolean clears) {
        var changed = new LinkedHashMap<>(rows);
        changed.put(area, new RowChoices(row(area).cells(), clears));
        return new MatrixDraft(mode, defaults, changed);
    }

    /** The choices in the row of an area. */
    RowChoices row(AreaId area) {
        return rows.getOrDefault(area, RowChoices.NONE);
    }

    /** The rows but for those shown, of which only remains what no cell says. */
    String carried(Collection<AreaId> shown) {
        var hidden = Set.copyOf(shown);
        return rows.entrySet().stream()
                .map(row -> Map.entry(
                        row.getKey(),
                        hidden.contains(row.getKey())
                                ? new RowChoices(Map.of(), row.getValue().clears())
                                : row.getValue()))
                .filter(row -> !row.getValue().isEmpty())
                .map(row -> row.getKey() + "=" + row.getValue().text())
                .collect(Collectors.joining(" "));
    }

    /** A rule that lists no action stays unless it is cleared; one that lost its last action is gone. */
    private Optional<Rule> changed(Rule rule) {
        var row = rows.get(rule.area());
        if (row == null) {
            return Optional.of(rule);
        }
        var access = rule.effect() == Effect.ALLOW ? row.allowed(rule.access()) : row.denied(rule.access());
        var stays = !access.isEmpty() || rule.access().isEmpty() && !row.clears();
        return stays ? Optional.of(new Rule(rule.area(), rule.effect(), access)) : Optional.empty();
    }

    /** What is written of the group. */
    GroupForm form(Group saved) {
        return GroupForm.of(applied(saved));
    }
}

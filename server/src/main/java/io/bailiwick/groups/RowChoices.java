package io.bailiwick.groups;

import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was chosen in one row of the matrix; cells that are absent stay as they are.
 *
 * @param clears whether rules of the area that list no action go as well
 */
record RowChoices(Map<Action, Choice> cells, boolean clears) {
    /** Nothing was chosen. */
    static final RowChoices NONE = new RowChoices(Map.of(), false);

    private static final char UNTOUCHED = '.';
    private static final char CLEARS = '!';

    RowChoices {
        cells = Map.copyOf(cells);
    }

    /** What stands in every cell of a row whose rules say this. */
    static RowChoices standing(Access allow, Access deny) {
        return new RowChoices(
                Stream.of(Action.values())
                        .collect(Collectors.toMap(
                                action -> action, action -> Choice.of(allow.contains(action), deny.contains(action)))),
                false);
    }

    /** As {@link #text} wrote it; what is not understood is untouched. */
    static RowChoices read(String text) {
        var cells = new EnumMap<Action, Choice>(Action.class);
        for (var action : Action.values()) {
            if (action.ordinal() < text.length()) {
                Choice.of(text.charAt(action.ordinal())).ifPresent(choice -> cells.put(action, choice));
            }
        }
        return new RowChoices(cells, text.indexOf(CLEARS) >= 0);
    }

    /** A letter for each action, a dot for those untouched: {@code a.d.}. */
    String text() {
        var text = Stream.of(Action.values())
                .map(action -> cells.containsKey(action) ? cells.get(action).letter() : UNTOUCHED)
                .map(String::valueOf)
                .collect(Collectors.joining());
        return clears ? text + CLEARS : text;
    }

    boolean isEmpty() {
        return cells.isEmpty() && !clears;
    }

    @Nullable
    Choice of(Action action) {
        return cells.get(action);
    }

    RowChoices with(Action action, Choice choice) {
        var more = new EnumMap<Action, Choice>(Action.class);
        more.putAll(cells);
        more.put(action, choice);
        return new RowChoices(more, clears);
    }

    /** Without the cells that say what stands there anyway. */
    RowChoices without(RowChoices standing) {
        return new RowChoices(
                cells.entrySet().stream()
                        .filter(cell -> cell.getValue() != standing.of(cell.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                clears);
    }

    /** What is allowed with these choices where that was allowed before. */
    Access allowed(Access before) {
        return Access.of(Stream.of(Action.values())
                .filter(action -> {
                    var choice = cells.get(action);
                    return choice == null ? before.contains(action) : choice.allows();
                })
                .toList());
    }

    /** What is denied with these choices where that was denied before. */
    Access denied(Access before) {
        return Access.of(Stream.of(Action.values())
                .filter(action -> {
                    var choice = cells.get(action);
                    return choice == null ? before.contains(action) : choice.denies();
                })
                .toList());
    }
}

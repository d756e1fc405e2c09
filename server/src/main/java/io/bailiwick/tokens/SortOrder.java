package io.bailiwick.tokens;

import io.bailiwick.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which order a list is read: by some of a closed set of fields, the id last, so that there is one place for everything.
 *
 * @param keys the fields, each once
 */
public record SortOrder(List<Key> keys) {
    private static final Field ID = new Field("id", "id", "uuid");

    /**
     * What a list can be sorted by.
     *
     * @param name as the API names it
     * @param column the column, which is never null
     * @param type the column's type
     */
    public record Field(String name, String column, String type) {
        /** A text. */
        public static Field text(String name, String column) {
            return new Field(name, column, "text");
        }

        /** When something was made: ids are given in that order. */
        public static Field made(String name) {
            return new Field(name, ID.column, ID.type);
        }
    }

    /** One field and its direction. */
    public record Key(Field field, boolean descending) {
        String comparison(boolean backwards) {
            return descending == backwards ? ">" : "<";
        }

        String direction(boolean backwards) {
            return field.column + (descending == backwards ? " asc" : " desc");
        }
    }

    /**
     * The order that is wanted.
     *
     * @param sort names of fields, each with a minus before it when descending; the list's own order when empty
     * @param own the list's own order; what of it is not wanted decides among equals
     * @throws Refusal.Invalid when there is no such field
     */
    public static SortOrder of(List<String> sort, List<Field> fields, List<Field> own) {
        var keys = new ArrayList<Key>();
        for (var word : sort) {
            var descending = word.startsWith("-");
            add(keys, field(descending ? word.substring(1) : word, fields), descending);
        }
        own.forEach(field -> add(keys, field, !keys.isEmpty() && keys.getLast().descending()));
        add(keys, ID, keys.getLast().descending());
        var last = keys.stream().map(key -> key.field.column).toList().indexOf(ID.column);
        return new SortOrder(List.copyOf(keys.subList(0, last + 1)));
    }

    private static void add(List<Key> keys, Field field, boolean descending) {
        if (keys.stream().noneMatch(key -> key.field.column.equals(field.column))) {
            keys.add(new Key(field, descending));
        }
    }

    private static Field field(String name, List<Field> fields) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .findAny()
                .orElseThrow(() -> new Refusal.Invalid(
                        "sort",
                        "There is no sorting by `" + name + "`. Choose among "
                                + fields.stream()
                                        .map(field -> "`" + field.name + "`")
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** The columns that are sorted by, but for the id. */
    public String columns() {
        return keys.stream()
                .map(key -> key.field.column)
                .filter(column -> !column.equals(ID.column))
                .collect(Collectors.joining(", "));
    }

    /** Whether this field decides first. */
    public boolean leadsWith(Field field) {
        return keys.getFirst().field.equals(field);
    }

    /** As in an `order by`; turned round when the page before is wanted. */
    public String orderBy(boolean backwards) {
        return keys.stream().map(key -> key.direction(backwards)).collect(Collectors.joining(", "));
    }

    /** The sort keys of a row as texts, for its cursor. */
    public String keyTexts() {
        return keys.stream().map(key -> key.field.column + "::text").collect(Collectors.joining(", "));
    }

    /**
     * What holds for the rows beyond the row whose keys are bound as {@code key0} …: all columns in one comparison when
     * they point the same way, which an index answers at once, else column by column within the bound of the first.
     */
    public String beyond(boolean backwards) {
        if (keys.stream().map(Key::descending).distinct().count() == 1) {
            return "(%s) %s (%s)"
                    .formatted(
                            keys.stream().map(key -> key.field.column).collect(Collectors.joining(", ")),
                            keys.getFirst().comparison(backwards),
                            IntStream.range(0, keys.size())
                                    .mapToObj(this::bound)
                                    .collect(Collectors.joining(", ")));
        }
        var first = keys.getFirst();
        return "%s %s= %s and %s"
                .formatted(first.field.column, first.comparison(backwards), bound(0), steps(0, backwards));
    }

    private String steps(int place, boolean backwards) {
        var key = keys.get(place);
        var further = "%s %s %s".formatted(key.field.column, key.comparison(backwards), bound(place));
        return place == keys.size() - 1
                ? further
                : "(%s or %s = %s and %s)"
                        .formatted(further, key.field.column, bound(place), steps(place + 1, backwards));
    }

    private String bound(int place) {
        return ":key" + place + "::" + keys.get(place).field.type;
    }
}

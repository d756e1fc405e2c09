package io.bailiwick.users;

import io.bailiwick.kernel.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * In which order users are listed: a closed set of columns, the id last, so that there is one place for everybody.
 *
 * @param keys the columns, each once
 */
record UserOrder(List<Key> keys) {
    /** The columns by which users are sorted, each with an index of its own. */
    enum Column {
        NAME("name", "name_key", "text"),
        EMAIL("email", "email_key", "text"),
        ROLE("role", "role", "text"),
        STATUS("status", "status", "text"),
        DATA_ACCESS("dataAccess", "data_access", "text"),
        LAST_SIGN_IN("lastSignInAt", "last_sign_in_key", "timestamptz"),
        CREATED("createdAt", "created_at", "timestamptz"),
        ID("id", "id", "uuid");

        private final String field;
        private final String column;
        private final String type;

        Column(String field, String column, String type) {
            this.field = field;
            this.column = column;
            this.type = type;
        }
    }

    /** One column and its direction. */
    record Key(Column column, boolean descending) {
        String comparison(boolean backwards) {
            return descending == backwards ? ">" : "<";
        }

        String direction(boolean backwards) {
            return column.column + (descending == backwards ? " asc" : " desc");
        }
    }

    static UserOrder of(List<String> sort) {
        var keys = new ArrayList<Key>();
        for (var word : sort.isEmpty() ? List.of("name") : sort) {
            var descending = word.startsWith("-");
            var column = column(descending ? word.substring(1) : word);
            if (keys.stream().noneMatch(key -> key.column() == column)) {
                keys.add(new Key(column, descending));
            }
        }
        if (keys.getLast().column() != Column.ID) {
            keys.add(new Key(Column.ID, keys.getLast().descending()));
        }
        return new UserOrder(List.copyOf(keys));
    }

    /** The columns that are sorted by, but for the id. */
    String columns() {
        return keys.stream()
                .filter(key -> key.column() != Column.ID)
                .map(key -> key.column().column)
                .collect(Collectors.joining(", "));
    }

    /** Whether this column decides first. */
    boolean leadsWith(Column column) {
        return keys.getFirst().column() == column;
    }

    /** As in an `order by`; turned round when the page before is wanted. */
    String orderBy(boolean backwards) {
        return keys.stream().map(key -> key.direction(backwards)).collect(Collectors.joining(", "));
    }

    /** The sort keys of a row as texts, for its cursor. */
    String keyTexts() {
        return keys.stream().map(key -> key.column().column + "::text").collect(Collectors.joining(", "));
    }

    /**
     * What holds for the rows beyond the row whose keys are bound as {@code key0} …: all columns in one comparison when
     * they point the same way, which an index answers at once, else column by column within the bound of the first.
     */
    String beyond(boolean backwards) {
        if (keys.stream().map(Key::descending).distinct().count() == 1) {
            return "(%s) %s (%s)"
                    .formatted(
                            keys.stream().map(key -> key.column().column).collect(Collectors.joining(", ")),
                            keys.getFirst().comparison(backwards),
                            IntStream.range(0, keys.size())
                                    .mapToObj(this::bound)
                                    .collect(Collectors.joining(", ")));
        }
        var first = keys.getFirst();
        return "%s %s= %s and %s"
                .formatted(first.column().column, first.comparison(backwards), bound(0), steps(0, backwards));
    }

    private String steps(int place, boolean backwards) {
        var key = keys.get(place);
        var further = "%s %s %s".formatted(key.column().column, key.comparison(backwards), bound(place));
        return place == keys.size() - 1
                ? further
                : "(%s or %s = %s and %s)"
                        .formatted(further, key.column().column, bound(place), steps(place + 1, backwards));
    }

    private String bound(int place) {
        return ":key" + place + "::" + keys.get(place).column().type;
    }

    private static Column column(String field) {
        for (var column : Column.values()) {
            if (column.field.equals(field) && column != Column.ID) {
                return column;
            }
        }
        throw new Refusal.Invalid(
                "sort",
                "Users are not sorted by `" + field
                        + "`: choose among `name`, `email`, `role`, `status`, `dataAccess`, `lastSignInAt` and `createdAt`.");
    }
}

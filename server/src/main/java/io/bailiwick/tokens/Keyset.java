package io.bailiwick.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is read: its rows are in the order of one text and, among equals, of their ids. A statement
 * gives the text as {@code one} beside {@code id}, and takes the {@link #parameters}.
 *
 * @param field the field that the list is sorted by
 * @param up whether ascending
 * @param limit how many rows at most
 * @param one the text of the row before the stretch; null at the beginning
 * @param after the id of the row before the stretch; null at the beginning
 */
public record Keyset(
        String field,
        boolean up,
        int limit,
        @Nullable String one,
        @Nullable UUID after) {

    /** As statements name them; one row more is asked for, which tells whether there is a next page. */
    public Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("field", field);
        parameters.put("up", up);
        parameters.put("one", one);
        parameters.put("after", after);
        parameters.put("limit", limit + 1);
        return parameters;
    }

    /** The field as a list's address names it: with a minus before it when descending. */
    public String sort() {
        return up ? field : "-" + field;
    }

    /** One row with its place in the order. */
    public record Row<T>(T item, String one, UUID id) {
        /** The row under the result set's cursor. */
        public static <T> Row<T> of(T item, ResultSet row) throws SQLException {
            return new Row<>(item, row.getString("one"), row.getObject("id", UUID.class));
        }
    }
}

package io.bailiwick.tokens;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is read. A store says which rows there are, {@link #stretch} makes the statement of it.
 *
 * @param limit how many rows at most
 * @param after the sort keys of the row before the stretch; null at the beginning
 */
public record Keyset(SortOrder order, int limit, @Nullable List<@Nullable String> after) {
    /**
     * The statement that finds the stretch; it takes the {@link #parameters}.
     *
     * @param rows a select of all that match, with their ids and the columns of the order
     */
    public String stretch(String rows) {
        return "select *, array[%s] as sort_keys from (%s) as found where %s order by %s limit :limit"
                .formatted(order.keyTexts(), rows, after == null ? "true" : order.beyond(false), order.orderBy(false));
    }

    /** As statements name them; one row more is asked for, which tells whether there is a next page. */
    public Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("limit", limit + 1);
        for (int at = 0; after != null && at < after.size(); at++) {
            parameters.put("key" + at, after.get(at));
        }
        return parameters;
    }

    /** One row with its place in the order. */
    public record Row<T>(T item, List<String> keys) {
        /** The row under the result set's cursor. */
        public static <T> Row<T> of(T item, ResultSet row) throws SQLException {
            return new Row<>(
                    item, Arrays.asList((String[]) row.getArray("sort_keys").getArray()));
        }
    }
}

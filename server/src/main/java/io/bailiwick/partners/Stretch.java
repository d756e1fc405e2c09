package io.bailiwick.partners;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is read.
 *
 * @param limit how many rows at most
 * @param one the first sort key of the row before it; null at the beginning
 * @param two the second one; null at the beginning or when there is no second field
 * @param id the id of the row before it; null at the beginning
 */
record Stretch(
        Order order,
        int limit,
        @Nullable String one,
        @Nullable String two,
        @Nullable UUID id) {

    /** As the lists' statements name them; one row more is asked for, which tells whether there is a next page. */
    Map<String, @Nullable Object> parameters() {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("first", order.first());
        parameters.put("firstUp", order.firstUp());
        parameters.put("second", order.second());
        parameters.put("secondUp", order.secondUp());
        parameters.put("one", one);
        parameters.put("two", two);
        parameters.put("id", id);
        parameters.put("limit", limit + 1);
        return parameters;
    }

    /** One row with its sort keys. */
    record Row<T>(T item, String one, @Nullable String two, UUID id) {
        static <T> Row<T> of(T item, ResultSet row) throws SQLException {
            return new Row<>(item, row.getString("one"), row.getString("two"), row.getObject("id", UUID.class));
        }
    }
}

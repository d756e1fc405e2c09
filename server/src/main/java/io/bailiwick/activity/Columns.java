package io.bailiwick.activity;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows as the arrays that a statement makes rows of again with `unnest`. */
final class Columns {
    private Columns() {}

    /** A value of each row, in their order. */
    static <T, V> V[] of(List<T> rows, IntFunction<V[]> made, Function<T, @Nullable V> value) {
        return rows.stream().map(value).toArray(made);
    }
}

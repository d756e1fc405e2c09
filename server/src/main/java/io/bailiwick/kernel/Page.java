package io.bailiwick.kernel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, by keyset.
 *
 * @param items what is on it, in order
 * @param next where the next page begins, or null on the last page
 * @param total how many match in all
 * @param totalIsAtLeast whether {@code total} is only a lower bound
 */
public record Page<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
        long total,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean totalIsAtLeast) {
    /** Counting stops here; beyond it {@code totalIsAtLeast} is true. */
    public static final int COUNTED = 10_000;

    /** The most items that one page holds. */
    public static final int MOST = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** The same page with other items in the same places. */
    public Page<T> with(List<T> others) {
        return new Page<>(others, next, total, totalIsAtLeast);
    }

    /** The same page of something else. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<R>(items.stream().<R>map(each).toList(), next, total, totalIsAtLeast);
    }
}

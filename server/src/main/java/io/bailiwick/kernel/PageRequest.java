package io.bailiwick.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param sort field names in order, each with a leading `-` when descending; empty for the list's own order. Each list
 *     knows a closed set of them.
 * @param limit how many items at most, 1 to {@link Page#MOST}
 * @param after the cursor of the page before, or null for the first page
 */
public record PageRequest(
        List<String> sort, int limit, @Nullable String after) {
    public PageRequest {
        sort = List.copyOf(sort);
        if (limit < 1 || limit > Page.MOST) {
            throw new Refusal.Invalid("limit", "Ask for 1 to " + Page.MOST + " items a page.");
        }
    }

    /** The first page of fifty, in the list's own order. */
    public static PageRequest first() {
        return new PageRequest(List.of(), 50, null);
    }
}

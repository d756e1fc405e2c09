package io.bailiwick.partners;

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

    /** One row with its sort keys. */
    record Row<T>(T item, String one, @Nullable String two, UUID id) {}
}

package io.bailiwick.areas;

import org.jspecify.annotations.Nullable;

/**
 * Which areas are wanted.
 *
 * @param text stands anywhere in the name or in one of the paths, without case; null or empty for all
 * @param application id or key, null or empty for all
 */
public record AreaFilter(@Nullable String text, @Nullable String application) {
    /** All areas. */
    public static final AreaFilter ALL = new AreaFilter(null, null);
}

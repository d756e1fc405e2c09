package io.bailiwick.engine;

import io.bailiwick.model.Action;
import org.jspecify.annotations.Nullable;

/**
 * Where a request leads.
 *
 * @param area the area
 * @param pattern the pattern of the area that matched or covers the path; null when an area was asked about, no path
 * @param whole whether the pattern matches the whole path, so that its overrides hold
 * @param action the action of the method; null when it has none
 */
public record Location(
        AreaDefinition area,
        @Nullable PatternDefinition pattern,
        boolean whole,
        @Nullable Action action) {}

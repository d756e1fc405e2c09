package io.bailiwick.engine;

import io.bailiwick.model.MethodOverrides;
import io.bailiwick.model.PathPattern;

/**
 * A path pattern of an area.
 *
 * @param pattern what it covers
 * @param overrides what it says about single methods on paths that match it whole
 */
public record PatternDefinition(PathPattern pattern, MethodOverrides overrides) {

    /** A pattern without overrides. */
    public static PatternDefinition of(PathPattern pattern) {
        return new PatternDefinition(pattern, MethodOverrides.NONE);
    }
}

package io.bailiwick.engine;

import io.bailiwick.model.Action;
import io.bailiwick.model.HttpMethods;
import org.jspecify.annotations.Nullable;

/** Where a pattern of an area ends in the trie. */
final class Route {

    final Area area;
    final PatternDefinition pattern;
    final int length;
    private final boolean overrides;
    private final int[] ranks;

    Route(Area area, PatternDefinition pattern) {
        this.area = area;
        this.pattern = pattern;
        this.ranks = pattern.pattern().ranks().stream().mapToInt(rank -> rank).toArray();
        this.length = ranks.length;
        this.overrides = !pattern.overrides().actions().isEmpty();
    }

    /** The action of a method on a path of so many segments that this pattern matches or covers. */
    @Nullable
    Action actionOf(String method, int segments) {
        return overrides && segments == length ? pattern.overrides().actionOf(method) : HttpMethods.actionOf(method);
    }

    /** The better of two that match or cover a path of so many segments, by the order of the access model. */
    static @Nullable Route better(@Nullable Route one, @Nullable Route other, int segments) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if ((one.length == segments) != (other.length == segments)) {
            return one.length == segments ? one : other;
        }
        for (int index = 0; index < Math.min(one.length, other.length); index++) {
            if (one.ranks[index] != other.ranks[index]) {
                return one.ranks[index] > other.ranks[index] ? one : other;
            }
        }
        return one.length >= other.length ? one : other;
    }
}

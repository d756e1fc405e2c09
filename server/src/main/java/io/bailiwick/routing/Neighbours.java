package io.bailiwick.routing;

import java.util.List;

/**
 * What a route shares its numbers with, as far as the actor sees it.
 *
 * @param alike the other routes of the same prefix
 * @param shorter those of the next shorter prefix that has any: from these it takes numbers
 * @param longer how many have a longer prefix under it: these take numbers from it
 */
public record Neighbours(List<Route> alike, List<Route> shorter, long longer) {
    public Neighbours {
        alike = List.copyOf(alike);
        shorter = List.copyOf(shorter);
    }

    /** Whether it has its numbers to itself. */
    public boolean areNone() {
        return alike.isEmpty() && shorter.isEmpty() && longer == 0;
    }
}

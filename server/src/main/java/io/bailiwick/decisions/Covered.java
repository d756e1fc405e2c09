package io.bailiwick.decisions;

import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.AreaGate;
import java.util.List;
import java.util.UUID;

/**
 * How far the areas and groups of an account reach.
 *
 * @param endpoints of the endpoints that are known, how many some area covers
 * @param areas of the areas that groups can open, how many some group does
 * @param applications the same for each application, the panel itself first
 */
public record Covered(Share endpoints, Share areas, List<Of> applications) {
    public Covered {
        applications = List.copyOf(applications);
    }

    /** So many of so many. */
    public record Share(int covered, int total) {
        /** How many are not. */
        public int missing() {
            return total - covered;
        }

        Share and(Share other) {
            return new Share(covered + other.covered, total + other.total);
        }
    }

    /**
     * One application.
     *
     * @param uncovered the endpoints that no area covers: denied to everyone
     * @param unopened the areas on which no group allows anything: open to nobody who is in a group
     */
    public record Of(
            UUID id,
            String key,
            String name,
            Share endpoints,
            Share areas,
            List<Endpoint> uncovered,
            List<Area> unopened) {
        public Of {
            uncovered = List.copyOf(uncovered);
            unopened = List.copyOf(unopened);
        }
    }

    /** An operation of a document. */
    public record Endpoint(String method, String path, String summary) {}

    /** An area. */
    public record Area(
            UUID id, String name, @OneOf(AreaGate.class) String gate) {}
}

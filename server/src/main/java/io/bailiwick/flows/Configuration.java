package io.bailiwick.flows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an account's engine runs with, as it was when it was last restarted.
 *
 * @param generation counts the restarts
 */
public record Configuration(long generation, List<Point> accessPoints, List<Flow> flows) {
    public Configuration {
        accessPoints = List.copyOf(accessPoints);
        flows = List.copyOf(flows);
    }

    /** An access point. */
    public record Point(UUID id, String key, String name) {}

    /** Where a data flow leads. */
    public record Target(UUID id, String key, String name, String url, int attempts) {}

    /** A data flow. */
    public record Flow(UUID id, Point from, UUID partner, Target to, Direction direction, String type) {}

    /** The data flow with that id. */
    public Optional<Flow> flow(UUID id) {
        return flows.stream().filter(flow -> flow.id().equals(id)).findFirst();
    }

    /** The data flows of an access point. */
    List<Flow> from(UUID point) {
        return flows.stream().filter(flow -> flow.from().id().equals(point)).toList();
    }
}

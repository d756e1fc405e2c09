package io.bailiwick.flows;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    /**
     * An access point.
     *
     * @param folder the name of the folder that is watched for it; null when it takes messages by HTTP
     */
    public record Point(
            UUID id, String key, String name, @Nullable String folder) {}

    /**
     * Where a data flow leads: to an address, or to a folder.
     *
     * @param url null when it is a folder
     * @param folder null when it is an address
     */
    public record Target(
            UUID id,
            String key,
            String name,
            @Nullable String url,
            @Nullable String folder,
            int attempts) {}

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

    /** The access points for which folders are watched. */
    List<Point> watched() {
        return accessPoints.stream().filter(point -> point.folder() != null).toList();
    }
}

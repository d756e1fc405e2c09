package io.bailiwick.areas;

import io.bailiwick.model.AreaGate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A functional area of an application.
 *
 * @param applicationKey the key of its application
 * @param applicationName the name of its application
 * @param name unique within the application
 * @param gate to whom it is open before any group is asked
 * @param builtin whether it is the panel's own: its paths and gate come from the code
 * @param tag the tag of the OpenAPI document that it was made for, or null
 * @param paths in order of their patterns; two of one application never collide
 */
public record Area(
        AreaId id,
        ApplicationId application,
        String applicationKey,
        String applicationName,
        String name,
        AreaGate gate,
        boolean builtin,
        @Nullable String tag,
        List<AreaPath> paths,
        long version,
        Instant createdAt) {
    public Area {
        paths = List.copyOf(paths);
    }

    /** How rules, scripts and imports may name it: {@code <application key>/<name>}. */
    public String reference() {
        return applicationKey + "/" + name;
    }

    /** Whether rules of groups may name it: what is open to everyone, or to oneself, is no matter of groups. */
    public boolean mayBeRuled() {
        return !gate.isBuiltInOnly();
    }

    Area with(String newName, AreaGate newGate, List<AreaPath> newPaths) {
        return new Area(
                id,
                application,
                applicationKey,
                applicationName,
                newName,
                newGate,
                builtin,
                tag,
                newPaths,
                version,
                createdAt);
    }

    Area taggedAs(String newTag) {
        return new Area(
                id,
                application,
                applicationKey,
                applicationName,
                name,
                gate,
                builtin,
                newTag,
                paths,
                version,
                createdAt);
    }
}

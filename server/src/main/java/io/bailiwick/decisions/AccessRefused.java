package io.bailiwick.decisions;

import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was refused something in the panel, by a gate or by a guard rail.
 *
 * @param decision the id that the refused person was told
 * @param gate the gate that closed; null when a guard rail stood against it
 * @param area the name of the panel's area; null when that is not known
 * @param action what was to be done there; null when that is not known
 * @param method the HTTP method; empty where nothing came over HTTP
 * @param path the path as on the wire, without its query; empty where nothing came over HTTP
 */
public record AccessRefused(
        UUID decision,
        Actor actor,
        @Nullable Gate gate,
        @Nullable String area,
        @Nullable Action action,
        String method,
        String path,
        String reason) {}

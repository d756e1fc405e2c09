package io.bailiwick.decisions;

import io.bailiwick.kernel.Actor;
import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import java.util.UUID;

/**
 * Somebody was refused something in the panel.
 *
 * @param decision the id that the refused person was told
 * @param area the name of the panel's area
 */
public record AccessRefused(UUID decision, Actor actor, String area, Action action, Gate gate, String reason) {}

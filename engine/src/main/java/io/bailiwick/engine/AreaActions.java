package io.bailiwick.engine;

import io.bailiwick.model.Access;

/**
 * Some actions in an area.
 *
 * @param area the area
 * @param actions the actions, at least one
 */
public record AreaActions(AreaDefinition area, Access actions) {}

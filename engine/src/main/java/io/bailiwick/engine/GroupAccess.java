package io.bailiwick.engine;

import io.bailiwick.model.Access;

/**
 * What one group says of an area, alone.
 *
 * @param area the area
 * @param allowed the actions that it allows, whatever it denies
 * @param denied the actions that it denies, to whoever is in it, whatever other groups allow
 */
public record GroupAccess(AreaDefinition area, Access allowed, Access denied) {

    /** The actions that are open, as far as groups go, to whoever is in this group alone. */
    public Access open() {
        return allowed.minus(denied);
    }
}

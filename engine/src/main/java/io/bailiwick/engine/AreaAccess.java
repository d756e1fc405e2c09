package io.bailiwick.engine;

import io.bailiwick.model.Access;
import io.bailiwick.model.Action;
import io.bailiwick.model.Gate;
import java.util.Optional;

/**
 * What somebody may do in an area, as far as role, permissions and groups go.
 *
 * @param area the area
 * @param allowed the actions that are open
 * @param roleOpen whether the role gate is open; when it is, only the groups keep other actions closed
 */
public record AreaAccess(AreaDefinition area, Access allowed, boolean roleOpen) {

    /** The gate that closes the action: role or groups; empty when it is open. */
    public Optional<Gate> gateThatCloses(Action action) {
        return allowed.contains(action) ? Optional.empty() : Optional.of(roleOpen ? Gate.GROUPS : Gate.ROLE);
    }
}

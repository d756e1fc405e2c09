package io.bailiwick.engine;

import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import java.util.Set;
import java.util.UUID;

/**
 * What decides over areas and actions. Users with the same key share one compiled mask.
 *
 * @param role the role
 * @param permissions the permissions that count: those granted that the role may hold, and those that it implies
 * @param groups the ids of the groups
 */
public record EntitlementKey(Role role, Set<Permission> permissions, Set<UUID> groups) {

    /** A key; permissions that the role may not hold are left out, those that it implies added. */
    public EntitlementKey {
        permissions = Permission.effective(role, permissions);
        groups = Set.copyOf(groups);
    }
}

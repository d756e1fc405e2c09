package io.bailiwick.guard;

import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decides how far a user's rights reach.
 *
 * @param role the role
 * @param permissions the optional permissions granted
 * @param groups the groups he is in
 * @param reseller the reseller he is limited to, or null
 * @param dataAccess whose data he sees
 */
public record Entitlement(
        Role role,
        Set<Permission> permissions,
        Set<UUID> groups,
        @Nullable UUID reseller,
        DataAccess dataAccess) {
    public Entitlement {
        permissions = Set.copyOf(permissions);
        groups = Set.copyOf(groups);
    }
}

package io.bailiwick.engine;

import io.bailiwick.model.AllowList;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user, as far as decisions go.
 *
 * @param id the user's id
 * @param status whether invited, active or disabled
 * @param passwordChangeDue whether the password must be changed first, which closes the status gate
 * @param role the role
 * @param permissions the permissions granted; those that the role may not hold count for nothing
 * @param groups the ids of the groups that the user is in
 * @param reseller the id of the reseller that narrows the user's data, if there is one
 * @param data the partners' data that the user was given; what the role may not have counts for nothing
 * @param network the addresses that the user may come from
 */
public record UserDefinition(
        UUID id,
        UserStatus status,
        boolean passwordChangeDue,
        Role role,
        Set<Permission> permissions,
        Set<UUID> groups,
        @Nullable UUID reseller,
        DataAccess data,
        AllowList network) {

    /** A user. */
    public UserDefinition {
        permissions = Set.copyOf(permissions);
        groups = Set.copyOf(groups);
    }

    /** The same user when active with no password change due: what the rights come to once the status gate is open. */
    public UserDefinition whenActive() {
        return new UserDefinition(id, UserStatus.ACTIVE, false, role, permissions, groups, reseller, data, network);
    }
}

package io.bailiwick.decisions;

import io.bailiwick.engine.UserDefinition;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where users stand who are alike in role, permissions, groups, reseller and mode of data access. What one of them may do
 * in the areas, all of them may.
 *
 * @param id the standing's id
 * @param dataAccess `none`, `all` or `selected`; which partners were selected is each user's own
 * @param users how many users are meant: all who stand there, or those of them who were asked about
 */
record Standing(
        UUID id,
        Role role,
        Set<Permission> permissions,
        Set<UUID> groups,
        @Nullable UUID reseller,
        String dataAccess,
        long users) {
    private static final UUID ANYBODY = new UUID(0, 0);

    Standing {
        permissions = Set.copyOf(permissions);
        groups = Set.copyOf(groups);
    }

    /** One of them, active and from anywhere, as the engine takes him. Partners that he selected are not in it. */
    UserDefinition anyone() {
        return anyone(seesAll() ? DataAccess.ALL : DataAccess.NONE);
    }

    /** One of those among them who were given the data of this partner. */
    UserDefinition anyoneWith(UUID partner) {
        return anyoneWith(Set.of(partner));
    }

    /** One of those among them who were given the data of these partners. */
    UserDefinition anyoneWith(Set<UUID> partners) {
        return anyone(DataAccess.of(partners));
    }

    private UserDefinition anyone(DataAccess data) {
        return new UserDefinition(
                ANYBODY, UserStatus.ACTIVE, false, role, permissions, groups, reseller, data, AllowList.EMPTY);
    }

    /** Whether each of them was given the data of some partners. */
    boolean selects() {
        return dataAccess.equals("selected");
    }

    /** Whether all data was given, which a reseller may narrow. */
    boolean seesAll() {
        return dataAccess.equals("all");
    }
}

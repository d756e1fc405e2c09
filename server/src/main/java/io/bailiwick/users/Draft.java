package io.bailiwick.users;

import io.bailiwick.guard.Entitlement;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import io.bailiwick.previews.Proposal;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A form that was read: a user as it would be. */
record Draft(
        String email,
        String name,
        Role role,
        UserStatus status,
        Set<Permission> permissions,
        Set<UUID> groups,
        DataAccess dataAccess,
        @Nullable UUID reseller,
        ZoneId zone,
        AllowList network,
        boolean sharedTickets,
        boolean passwordChangeDue) {

    static Draft of(User user) {
        var entitlement = user.entitlement();
        return new Draft(
                user.email(),
                user.name(),
                user.role(),
                user.status(),
                entitlement.permissions(),
                entitlement.groups(),
                entitlement.dataAccess(),
                entitlement.reseller(),
                user.zone(),
                user.network(),
                user.sharedTickets(),
                user.passwordChangeDue());
    }

    /** Whether whoever has a password would be one of the keys of which the last one stays. */
    boolean isKey() {
        return role == Role.ADMINISTRATOR && status == UserStatus.ACTIVE && groups.isEmpty() && reseller == null;
    }

    Draft introduced(String name, ZoneId zone) {
        return new Draft(
                email,
                name,
                role,
                status,
                permissions,
                groups,
                dataAccess,
                reseller,
                zone,
                network,
                sharedTickets,
                passwordChangeDue);
    }

    Draft readdressed(String email) {
        return new Draft(
                email,
                name,
                role,
                status,
                permissions,
                groups,
                dataAccess,
                reseller,
                zone,
                network,
                sharedTickets,
                passwordChangeDue);
    }

    Draft with(UserStatus other) {
        return with(other, groups, role, permissions, dataAccess);
    }

    Draft with(Set<UUID> others) {
        return with(status, others, role, permissions, dataAccess);
    }

    Draft with(Role other, Set<Permission> held, DataAccess data) {
        return with(status, groups, other, held, data);
    }

    private Draft with(UserStatus status, Set<UUID> groups, Role role, Set<Permission> permissions, DataAccess data) {
        return new Draft(
                email,
                name,
                role,
                status,
                permissions,
                groups,
                data,
                reseller,
                zone,
                network,
                sharedTickets,
                passwordChangeDue);
    }

    Draft opened(boolean anyAddress) {
        return new Draft(
                email,
                name,
                role,
                UserStatus.ACTIVE,
                permissions,
                groups,
                dataAccess,
                reseller,
                zone,
                anyAddress ? AllowList.EMPTY : network,
                sharedTickets,
                passwordChangeDue);
    }

    /** What would become of the user with that id. */
    Proposal.UserBecomes proposed(UserId id) {
        return new Proposal.UserBecomes(id.value(), entitlement(), status, passwordChangeDue, network);
    }

    Entitlement entitlement() {
        return new Entitlement(role, permissions, groups, reseller, dataAccess);
    }
}

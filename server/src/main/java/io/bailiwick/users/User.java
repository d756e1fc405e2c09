package io.bailiwick.users;

import io.bailiwick.guard.Entitlement;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.AllowList;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A user as stored.
 *
 * @param email the user name
 * @param emailVerified whether the user has proven that the address is his
 * @param permissions the optional permissions granted
 * @param groups the groups the user is in, by name
 * @param dataAccess whose data was given to see
 * @param partners the selected partners by key, as far as whoever asked sees them
 * @param reseller the reseller that the user is limited to, or null
 * @param zone the zone in which the user reads times
 * @param network the addresses from which the user may come
 * @param sharedTickets whether the user's tickets are seen by everybody of the account
 * @param passwordChangeDue whether nothing but a change of password is open to the user
 * @param hasPassword whether there is a password to sign in with
 * @param lastSignInAt null when the user never signed in
 * @param lockedUntil until when the doors of sign-in are closed after failed attempts, or null when they are open
 */
public record User(
        UserId id,
        String email,
        boolean emailVerified,
        String name,
        Role role,
        UserStatus status,
        Set<Permission> permissions,
        List<Group> groups,
        DataAccess dataAccess,
        List<Partner> partners,
        @Nullable Reseller reseller,
        ZoneId zone,
        AllowList network,
        boolean sharedTickets,
        boolean passwordChangeDue,
        boolean hasPassword,
        @Nullable Instant lastSignInAt,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        String createdBy,
        long version) {

    /** A group that a user is in. */
    public record Group(UUID id, String name) {}

    /** A partner whose data a user was given to see. */
    public record Partner(UUID id, String key, String name) {}

    /** A reseller that a user is limited to. */
    public record Reseller(UUID id, String key, String name) {}

    public User {
        permissions = Set.copyOf(permissions);
        groups = List.copyOf(groups);
        partners = List.copyOf(partners);
    }

    /** What decides how far the user's rights reach. */
    public Entitlement entitlement() {
        return new Entitlement(
                role,
                permissions,
                groups.stream().map(Group::id).collect(Collectors.toSet()),
                reseller == null ? null : reseller.id(),
                dataAccess);
    }

    /** The user, acting without a session: by a link that he was sent. */
    Actor actor(AccountId account) {
        return actor(account, "");
    }

    /** As {@link #actor(AccountId)}, from an address. */
    Actor actor(AccountId account, String address) {
        return new Actor(account, id, email, name, role, zone, address, passwordChangeDue);
    }

    /** Whether this is one of the keys of which the last one stays: active, unrestricted, with a credential. */
    boolean isKey() {
        return role == Role.ADMINISTRATOR
                && status == UserStatus.ACTIVE
                && groups.isEmpty()
                && reseller == null
                && hasPassword;
    }
}

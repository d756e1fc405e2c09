package io.bailiwick.users.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.Scope;
import io.bailiwick.model.UserStatus;
import io.bailiwick.users.OpenInvitations;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user as the API answers.
 *
 * @param groups ids
 * @param reseller its key
 * @param network canonical entries
 * @param lockedUntil until when the doors of sign-in are closed after failed attempts; null when they are open
 * @param createdBy the name of whoever created the user; null when the reader does not see him
 * @param invitation only of a user who was invited
 */
record UserView(
        UUID id,
        String email,
        boolean emailVerified,
        String name,
        @OneOf(Role.class) String role,
        @OneOf(UserStatus.class) String status,
        List<String> groups,
        @OneOf(Permission.class) List<String> permissions,
        DataAccessView dataAccess,
        @Nullable String reseller,
        String timeZone,
        List<String> network,
        boolean sharedTickets,
        boolean mustChangePassword,
        @Nullable Instant lastSignInAt,
        @Nullable Instant lockedUntil,
        Instant createdAt,
        @Nullable String createdBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Invitation invitation,

        long version) {

    /** How an invited user's invitation stands. */
    record Invitation(String sentBy, Instant sentAt, Instant expiresAt, boolean expired) {
        static @Nullable Invitation of(OpenInvitations.@Nullable Invited invited) {
            return invited == null
                    ? null
                    : new Invitation(invited.by(), invited.sentAt(), invited.expiresAt(), invited.expired());
        }
    }

    /** Whose data the user was given to see; partners by key. */
    record DataAccessView(@OneOf(Scope.Mode.class) String mode, List<String> partners) {}

    static UserView of(User user, OpenInvitations.@Nullable Invited invited) {
        return new UserView(
                user.id().value(),
                user.email(),
                user.emailVerified(),
                user.name(),
                user.role().word(),
                user.status().word(),
                user.groups().stream().map(group -> group.id().toString()).toList(),
                UserForm.permissions(user),
                new DataAccessView(
                        user.dataAccess().mode(),
                        user.partners().stream().map(User.Partner::key).toList()),
                user.reseller() == null ? null : user.reseller().key(),
                user.zone().getId(),
                user.network().texts(),
                user.sharedTickets(),
                user.passwordChangeDue(),
                user.lastSignInAt(),
                user.lockedUntil(),
                user.createdAt(),
                user.createdBy().isEmpty() ? null : user.createdBy(),
                Invitation.of(invited),
                user.version());
    }
}

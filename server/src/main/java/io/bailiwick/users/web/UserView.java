package io.bailiwick.users.web;

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
 * @param createdBy the name of whoever created the user
 */
record UserView(
        UUID id,
        String email,
        boolean emailVerified,
        String name,
        String role,
        String status,
        List<String> groups,
        List<String> permissions,
        DataAccessView dataAccess,
        @Nullable String reseller,
        String timeZone,
        List<String> network,
        boolean sharedTickets,
        boolean mustChangePassword,
        @Nullable Instant lastSignInAt,
        Instant createdAt,
        String createdBy,
        long version) {

    /** Whose data the user was given to see; partners by key. */
    record DataAccessView(String mode, List<String> partners) {}

    static UserView of(User user) {
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
                user.createdAt(),
                user.createdBy(),
                user.version());
    }
}

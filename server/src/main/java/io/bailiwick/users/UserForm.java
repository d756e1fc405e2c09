package io.bailiwick.users;

import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.model.Scope;
import io.bailiwick.model.UserStatus;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a user that can be written, as on the wire; what is null was left out.
 *
 * @param role left out for a new user: Administrator, if an unrestricted Administrator leaves it out
 * @param groups ids
 * @param permissions words, as in {@code issue-comments}
 * @param dataAccess left out: what goes with the role
 * @param reseller key or id
 * @param timeZone an IANA name; left out: UTC
 * @param network entries of the allow-list
 * @param status {@code active} or {@code disabled}; a new user is active
 * @param mustChangePassword whether the user has to change the password at the next sign-in
 */
public record UserForm(
        @Nullable String email,
        @Nullable String name,
        @OneOf(Role.class) @Nullable String role,
        @Nullable List<String> groups,
        @OneOf(Permission.class) @Nullable List<String> permissions,
        @Nullable DataAccessForm dataAccess,
        @Nullable String reseller,
        @Nullable String timeZone,
        @Nullable List<String> network,
        @Nullable Boolean sharedTickets,
        @Nullable Boolean mustChangePassword,
        @OneOf(Settable.class) @Nullable String status) {

    /**
     * Whose data a user is given to see.
     *
     * @param mode {@code none}, {@code all} or {@code selected}
     * @param partners keys or ids
     */
    public record DataAccessForm(
            @OneOf(Scope.Mode.class) @Nullable String mode,
            @Nullable List<String> partners) {}

    /** The statuses that can be given: it is accepting the invitation that makes an invited user another. */
    interface Settable {
        static List<String> words() {
            return Stream.of(UserStatus.values())
                    .filter(status -> status != UserStatus.INVITED)
                    .map(UserStatus::word)
                    .toList();
        }
    }

    /** The fields of a user as they are. */
    public static UserForm of(User user) {
        return new UserForm(
                user.email(),
                user.name(),
                user.role().word(),
                user.groups().stream().map(group -> group.id().toString()).toList(),
                permissions(user),
                new DataAccessForm(
                        user.dataAccess().mode(),
                        user.partners().stream().map(User.Partner::key).toList()),
                user.reseller() == null ? null : user.reseller().key(),
                user.zone().getId(),
                user.network().texts(),
                user.sharedTickets(),
                user.passwordChangeDue(),
                user.status().word());
    }

    /** The words of the permissions granted to a user. */
    public static List<String> permissions(User user) {
        return Words.of(user.permissions());
    }

    /** The same but for the data access. */
    public UserForm withDataAccess(@Nullable DataAccessForm other) {
        return new UserForm(
                email,
                name,
                role,
                groups,
                permissions,
                other,
                reseller,
                timeZone,
                network,
                sharedTickets,
                mustChangePassword,
                status);
    }

    /** The same but for the address. */
    public UserForm withEmail(String other) {
        return new UserForm(
                other,
                name,
                role,
                groups,
                permissions,
                dataAccess,
                reseller,
                timeZone,
                network,
                sharedTickets,
                mustChangePassword,
                status);
    }

    /** The same but for the status. */
    public UserForm withStatus(String other) {
        return new UserForm(
                email,
                name,
                role,
                groups,
                permissions,
                dataAccess,
                reseller,
                timeZone,
                network,
                sharedTickets,
                mustChangePassword,
                other);
    }

    /** The first user of an account: an unrestricted Administrator who may configure the integration. */
    static UserForm first(String name, String email) {
        return new UserForm(
                email,
                name,
                Role.ADMINISTRATOR.word(),
                null,
                List.of(Permission.INTEGRATION_CONFIGURATION.word()),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}

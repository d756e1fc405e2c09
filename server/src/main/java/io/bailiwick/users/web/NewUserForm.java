package io.bailiwick.users.web;

import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.users.UserForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What creates a user: the fields of {@link UserForm} without a status, and the first password. */
record NewUserForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable String password,
        @OneOf(Role.class) @Nullable String role,
        @Nullable List<String> groups,
        @OneOf(Permission.class) @Nullable List<String> permissions,
        UserForm.@Nullable DataAccessForm dataAccess,
        @Nullable String reseller,
        @Nullable String timeZone,
        @Nullable List<String> network,
        @Nullable Boolean sharedTickets,
        @Nullable Boolean mustChangePassword) {

    UserForm form() {
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
                null);
    }
}

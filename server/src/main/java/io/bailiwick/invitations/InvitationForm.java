package io.bailiwick.invitations;

import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.users.UserForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom to invite with which rights, as on the wire; the fields of rights as of a user. */
record InvitationForm(
        @Nullable List<@Nullable String> emails,
        @OneOf(Role.class) @Nullable String role,
        UserForm.@Nullable DataAccessForm dataAccess,
        @OneOf(Permission.class) @Nullable List<String> permissions,
        @Nullable List<String> groups,
        @Nullable String reseller,
        @Nullable String note) {

    UserForm rights() {
        return new UserForm(null, null, role, groups, permissions, dataAccess, reseller, null, null, null, null, null);
    }
}

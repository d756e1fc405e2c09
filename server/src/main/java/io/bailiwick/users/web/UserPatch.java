package io.bailiwick.users.web;

import io.bailiwick.http.MergePatch;
import io.bailiwick.http.Patch;
import io.bailiwick.model.Role;
import io.bailiwick.users.UserForm;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Applies a merge patch to a user's fields. An Administrator's data access was chosen by nobody: it comes and goes with
 * the role unless the patch names one. Partners go with the mode that they belong to.
 */
@Component
class UserPatch {
    private static final String ROLE = "role";
    private static final String DATA_ACCESS = "dataAccess";

    private final MergePatch patches;

    UserPatch(MergePatch patches) {
        this.patches = patches;
    }

    UserForm apply(UserForm form, Patch<UserForm> patch) {
        return patches.apply(form.withDataAccess(start(form, patch.fields())), patch, UserForm.class);
    }

    private static UserForm.@Nullable DataAccessForm start(UserForm form, JsonNode patch) {
        if (patch.has(DATA_ACCESS)) {
            var keepsPartners =
                    patch.path(DATA_ACCESS).path("mode").asString("selected").equals("selected");
            return keepsPartners ? form.dataAccess() : null;
        }
        var role = patch.path(ROLE).asString(form.role());
        var administrator = Role.ADMINISTRATOR.word();
        var comesOrGoes =
                !role.equals(form.role()) && (role.equals(administrator) || administrator.equals(form.role()));
        return comesOrGoes ? null : form.dataAccess();
    }
}

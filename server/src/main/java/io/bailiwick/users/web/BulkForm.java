package io.bailiwick.users.web;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Selection;
import io.bailiwick.users.UserForm.DataAccessForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a script wants done to many users.
 *
 * @param action {@code disable}, {@code enable}, {@code add-to-groups}, {@code remove-from-groups} or {@code change}
 * @param ids which users, 1 to 1,000; or else
 * @param q a search that finds them
 * @param version the set that the search found, as `GET /users/selection` named it
 * @param groups ids, for the two actions on groups
 * @param role for {@code change}, as are the next two; what is left out stays
 * @param withoutRefused whether those that cannot be changed are left out; else with any nothing is done
 * @param preview whether to say only what would happen
 */
record BulkForm(
        @Nullable String action,
        @Nullable List<@Nullable String> ids,
        @Nullable String q,
        @Nullable String version,
        @Nullable List<String> groups,
        @Nullable String role,
        @Nullable DataAccessForm dataAccess,
        @Nullable List<String> permissions,
        @Nullable Boolean withoutRefused,
        @Nullable Boolean preview) {
    boolean isPreview() {
        return Boolean.TRUE.equals(preview);
    }

    boolean goesOn() {
        return Boolean.TRUE.equals(withoutRefused);
    }

    Selection selection() {
        if (ids != null && q != null) {
            throw new Refusal.Invalid("q", "Name users by `ids` or by `q`, not by both.");
        }
        if (q != null) {
            if (version == null || version.isBlank()) {
                throw new Refusal.Invalid(
                        "version", "Say which set you mean: `GET /api/v1/users/selection?q=…` names its `version`.");
            }
            return new Selection.Matching(q, version);
        }
        var named = ids == null ? List.<@Nullable String>of() : ids;
        return new Selection.These(named.stream().map(BulkForm::id).toList());
    }

    Deed deed() {
        var groups = this.groups == null ? List.<String>of() : this.groups;
        return switch (action == null ? "" : action) {
            case "disable" -> new Deed.Disable();
            case "enable" -> new Deed.Enable();
            case "add-to-groups" -> new Deed.Join(groups);
            case "remove-from-groups" -> new Deed.Leave(groups);
            case "change" -> new Deed.Change(role, dataAccess, permissions);
            default ->
                throw new Refusal.Invalid(
                        "action",
                        "Choose `disable`, `enable`, `add-to-groups`, `remove-from-groups` or `change`; what deletes is"
                                + " `POST /users/delete`.");
        };
    }

    private static UserId id(@Nullable String text) {
        return Ids.read(text)
                .map(UserId::new)
                .orElseThrow(() -> new Refusal.Invalid("ids", "`" + text + "` is no id of a user."));
    }
}

package io.bailiwick.users.web;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.OneOf;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import io.bailiwick.users.Deed;
import io.bailiwick.users.Selection;
import io.bailiwick.users.UserForm.DataAccessForm;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        @OneOf(Verb.class) @Nullable String action,
        @Nullable List<@Nullable String> ids,
        @Nullable String q,
        @Nullable String version,
        @Nullable List<String> groups,
        @OneOf(Role.class) @Nullable String role,
        @Nullable DataAccessForm dataAccess,
        @OneOf(Permission.class) @Nullable List<String> permissions,
        @Nullable Boolean withoutRefused,
        @Nullable Boolean preview) {
    /** What may be done to them. */
    enum Verb {
        DISABLE,
        ENABLE,
        ADD_TO_GROUPS,
        REMOVE_FROM_GROUPS,
        CHANGE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Verb of(@Nullable String word) {
            return Stream.of(values())
                    .filter(verb -> verb.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> new Refusal.Invalid(
                            "action",
                            Stream.of(values())
                                            .map(Verb::word)
                                            .collect(Collectors.joining("`, `", "Choose one of `", "`"))
                                    + "; what deletes is `POST /users/delete`."));
        }
    }

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
        requireWhole("groups", groups);
        requireWhole("permissions", permissions);
        requireWhole("dataAccess.partners", dataAccess == null ? null : dataAccess.partners());
        return switch (Verb.of(action)) {
            case DISABLE -> new Deed.Disable();
            case ENABLE -> new Deed.Enable();
            case ADD_TO_GROUPS -> new Deed.Join(groups);
            case REMOVE_FROM_GROUPS -> new Deed.Leave(groups);
            case CHANGE -> new Deed.Change(role, dataAccess, permissions);
        };
    }

    private static void requireWhole(String field, @Nullable List<String> listed) {
        if (listed != null && listed.stream().anyMatch(Objects::isNull)) {
            throw new Refusal.Invalid(field, "One of the entries is `null`. Leave it out.");
        }
    }

    private static UserId id(@Nullable String text) {
        return Ids.read(text)
                .map(UserId::new)
                .orElseThrow(() -> new Refusal.Invalid("ids", "`" + text + "` is no id of a user."));
    }
}

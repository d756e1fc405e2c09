package io.bailiwick.users;

import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The closed sets of words in a search: states, roles, permissions. */
final class SearchWords {
    static final String UNFIT = "Search for one line of at most " + SearchText.LONGEST + " characters.";
    static final List<String> STATES = SearchState.words();
    static final List<String> ROLES =
            Arrays.stream(Role.values()).map(Role::word).toList();
    static final List<String> PERMISSIONS =
            Arrays.stream(Permission.values()).map(Permission::word).toList();

    private SearchWords() {}

    static Optional<Condition> status(String typed) {
        return SearchState.of(SearchReader.small(typed)).map(state -> switch (state) {
            case ACTIVE, INVITED, DISABLED -> new Condition.Status(state.word());
            case LOCKED -> new Condition.Locked();
            case PASSWORD_DUE -> new Condition.PasswordDue();
        });
    }

    static Optional<Condition> role(String typed) {
        var word = SearchReader.small(typed);
        return Role.of(word.equals("admin") ? "administrator" : word).map(role -> new Condition.InRole(role.word()));
    }

    static Optional<Condition> permission(String typed) {
        return Permission.of(SearchReader.small(typed)).map(Condition.Holds::new);
    }

    static String noStatus(String typed) {
        return no("status", typed, STATES);
    }

    static String noRole(String typed) {
        return no("role", typed, ROLES);
    }

    /** That the word is none of these, and which was meant. */
    static String no(String kind, String typed, List<String> known) {
        return "`" + typed + "` is no " + kind + ". "
                + Suggestions.nearest(typed, known)
                        .map(word -> "Did you mean `" + word + "`?")
                        .orElse("Choose among `" + String.join("`, `", known) + "`.");
    }

    /** What may stand behind the colon. */
    static String wanted(@Nullable SearchField field) {
        return switch (field) {
            case null -> "Search for fewer words at once.";
            case NAME, EMAIL -> "Write a part of it behind `" + field.word() + ":`.";
            case STATUS -> "Write behind `status:` one of `" + String.join("`, `", STATES) + "`.";
            case ROLE -> "Write behind `role:` one of `" + String.join("`, `", ROLES) + "`.";
            case PERMISSION -> "Write behind `permission:` one of `" + String.join("`, `", PERMISSIONS) + "`.";
            case GROUP -> "Write the name of a group behind `group:`, in quotes when it has spaces, or `none`.";
            case PARTNER -> "Write the name or the key of a partner behind `partner:`.";
            case RESELLER -> "Write the name or the key of a reseller behind `reseller:`, or `none`.";
            case IP -> "Write an address or a network behind `ip:`, or `any` or `limited`.";
            case LAST ->
                "Write behind `last:` an age such as `<90d` (within 90 days) or `>6m` (longer ago than six months), a"
                        + " day such as `>2026-01-01`, or `never`.";
            case CREATED ->
                "Write behind `created:` a day such as `>2026-01-01`, or an age such as `<30d` (within 30 days).";
        };
    }
}

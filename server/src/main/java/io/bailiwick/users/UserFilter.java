package io.bailiwick.users;

import io.bailiwick.kernel.OneOf;
import io.bailiwick.model.Role;
import org.jspecify.annotations.Nullable;

/**
 * Which users are wanted; what is null or blank does not narrow. Everything else has to fit at once.
 *
 * @param q a search as {@link SearchLine} reads it; its words are part of the name or the e-mail address, whatever the
 *     case; under three letters in a row: their beginning
 * @param email part of the e-mail address, as the words of {@code q}
 * @param name part of the name, as the words of {@code q}
 * @param status {@code active}, {@code invited}, {@code disabled}, {@code locked} or {@code password-due}
 * @param role a word of {@link io.bailiwick.model.Role}
 * @param group id or name of a group that they are in
 * @param partner key or id of a partner that was selected for them
 * @param reseller key or id of the reseller that they are limited to
 */
public record UserFilter(
        @Nullable String q,
        @Nullable String email,
        @Nullable String name,
        @OneOf(SearchState.class) @Nullable String status,
        @OneOf(Role.class) @Nullable String role,
        @Nullable String group,
        @Nullable String partner,
        @Nullable String reseller) {

    /** Everybody. */
    public static final UserFilter NONE = new UserFilter(null, null, null, null, null, null, null, null);

    /** Those whom a search finds. */
    public static UserFilter of(@Nullable String q) {
        return new UserFilter(q, null, null, null, null, null, null, null);
    }
}

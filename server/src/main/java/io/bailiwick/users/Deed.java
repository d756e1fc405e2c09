package io.bailiwick.users;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done to many users at once. */
public sealed interface Deed {
    /** Deletes them. */
    record Delete() implements Deed {}

    /** Disables them: sessions end, nobody of them can sign in. */
    record Disable() implements Deed {}

    /** Enables them again. */
    record Enable() implements Deed {}

    /**
     * Puts them into these groups.
     *
     * @param groups ids
     */
    record Join(List<String> groups) implements Deed {}

    /**
     * Takes them out of these groups.
     *
     * @param groups ids
     */
    record Leave(List<String> groups) implements Deed {}

    /**
     * Gives them another role, data access or permissions; what is null stays. A new role without data access has what
     * goes with it; permissions that it cannot hold are dropped.
     *
     * @param permissions words
     */
    record Change(
            @Nullable String role,
            UserForm.@Nullable DataAccessForm dataAccess,
            @Nullable List<String> permissions) implements Deed {}
}

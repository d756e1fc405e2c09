package io.bailiwick.users;

import io.bailiwick.model.UserStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be done to many users at once. */
public sealed interface Deed {
    /** Why nothing of it is left to do to a user, for a person. */
    String settled(User user);

    /** Deletes them. */
    record Delete() implements Deed {
        @Override
        public String settled(User user) {
            return "Deleted already.";
        }
    }

    /** Disables them: sessions end, nobody of them can sign in. */
    record Disable() implements Deed {
        @Override
        public String settled(User user) {
            return "Disabled already.";
        }
    }

    /** Enables them again. */
    record Enable() implements Deed {
        @Override
        public String settled(User user) {
            return user.status() == UserStatus.INVITED
                    ? "Invited, and not disabled: accepting the invitation makes the user active."
                    : "Active already.";
        }
    }

    /**
     * Puts them into these groups.
     *
     * @param groups ids
     */
    record Join(List<String> groups) implements Deed {
        @Override
        public String settled(User user) {
            return groups.size() == 1 ? "In the group already." : "In all of these groups already.";
        }
    }

    /**
     * Takes them out of these groups.
     *
     * @param groups ids
     */
    record Leave(List<String> groups) implements Deed {
        @Override
        public String settled(User user) {
            return groups.size() == 1 ? "Not in the group." : "In none of these groups.";
        }
    }

    /**
     * Gives them another role, data access or permissions; what is null stays. A new role without data access has what
     * goes with it; permissions that it cannot hold are dropped.
     *
     * @param permissions words
     */
    record Change(
            @Nullable String role,
            UserForm.@Nullable DataAccessForm dataAccess,
            @Nullable List<String> permissions) implements Deed {
        @Override
        public String settled(User user) {
            return "Has exactly this access already.";
        }
    }
}

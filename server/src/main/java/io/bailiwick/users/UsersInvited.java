package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users were invited, or invited again; published in the transaction.
 *
 * @param note what the actor has to say to them; null: what was said before
 */
public record UsersInvited(
        Actor actor, List<User> users, @Nullable String note) {
    public UsersInvited {
        users = List.copyOf(users);
    }
}

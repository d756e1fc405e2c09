package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;

/**
 * A user has another password; published in the transaction. Open sessions end, save the one in which a user changes his
 * own.
 */
public record PasswordChanged(Actor actor, UserId user) {
    /** Whether the user himself changed it, knowing the one before. */
    public boolean isOwn() {
        return actor.is(user);
    }
}

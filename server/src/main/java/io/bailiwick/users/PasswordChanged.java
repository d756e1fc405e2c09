package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;

/**
 * A user has another password; published in the transaction. Open sessions end, save the one in which a user changes his
 * own.
 *
 * @param actor who did it; the user himself unless it was assigned to him
 */
public record PasswordChanged(Actor actor, UserId user, Way way) {
    /** How somebody comes by another password. */
    public enum Way {
        /** The user changed it, knowing the one before. */
        CHANGED,
        /** The user set it by a link that proved who he is. */
        RESET,
        /** Somebody else gave it to him. */
        ASSIGNED
    }

    /** Whether the user himself changed it, knowing the one before. */
    public boolean isOwn() {
        return way == Way.CHANGED;
    }
}

package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;

/**
 * A user has another e-mail address, which is unverified; published in the transaction. Open sessions and links end, save
 * the session in which a user changes his own.
 *
 * @param before the address that he had
 * @param wasVerified whether he had proven that it was his
 * @param after the address that he has now
 */
public record EmailChanged(Actor actor, UserId user, String before, boolean wasVerified, String after) {
    /** Whether the user himself changed it. */
    public boolean isOwn() {
        return actor.is(user);
    }
}

package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;

/** A user is gone, with everything that was his alone; published in the transaction. */
public record UserDeleted(Actor actor, UserId user) {}

package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;

/** A user exists now; published in the transaction. */
public record UserCreated(Actor actor, UserId user) {}

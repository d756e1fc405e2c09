package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;

/** A user may not sign in any longer: open sessions end; published in the transaction. */
public record UserDisabled(Actor actor, UserId user) {}

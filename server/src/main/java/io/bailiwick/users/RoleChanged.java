package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;

/** A user has another role: open sessions end; published in the transaction. */
public record RoleChanged(Actor actor, UserId user, Role before, Role after) {}

package io.bailiwick.mail;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;

/** Whom mails are about; answered by the module that owns users. */
public interface Recipients {
    /** Whether the actor may do to that user what administrators do; of one who is gone, only who may do everything. */
    boolean mayBeManagedBy(Actor actor, UserId user);
}

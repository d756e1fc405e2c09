package io.bailiwick.sessions;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import java.util.UUID;

/**
 * Somebody ended a session by hand; published in the transaction that did it.
 *
 * @param actor who ended it
 * @param user whose it was
 * @param session its id
 */
public record SessionEnded(Actor actor, UserId user, UUID session) {}

package io.bailiwick.signin;

import io.bailiwick.kernel.Actor;
import java.util.UUID;

/**
 * Somebody signed in; published in the transaction that opens the session.
 *
 * @param session the session's id
 */
public record UserSignedIn(Actor actor, UUID session) {}

package io.bailiwick.users;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;

/**
 * A user may come who could not: he was enabled, or, being invited, given a password. He is active, or, when he has no
 * password, invited again. Published in the transaction.
 */
public record UserAdmitted(Actor actor, UserId user) {}

package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import java.time.Instant;
import java.util.Optional;

/** Who cannot sign in for a while after failed tries; answered by the module that counts them. */
public interface Locks {
    /** Until when the doors of sign-in are closed to the address; empty when they are open. */
    Optional<Instant> lockedUntil(AccountId account, String email);
}

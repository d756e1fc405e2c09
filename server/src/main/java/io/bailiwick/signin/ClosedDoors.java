package io.bailiwick.signin;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.users.Locks;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells users to whom the doors are closed. */
@Component
class ClosedDoors implements Locks {
    private final AttemptStore store;

    ClosedDoors(AttemptStore store) {
        this.store = store;
    }

    @Override
    public Optional<Instant> lockedUntil(AccountId account, String email) {
        return store.lockedUntil(account, Attempts.key(email));
    }
}

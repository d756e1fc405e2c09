package io.bailiwick.signin;

import io.bailiwick.accounts.Rounds;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sweeps up failed attempts that the counter has forgotten, so that their rows do not pile up: anybody can leave one for
 * each address that he types. Nothing depends on it.
 */
@Component
class ForgottenAttempts {
    private final AttemptStore store;
    private final Rounds rounds;

    ForgottenAttempts(AttemptStore store, Rounds rounds) {
        this.store = store;
        this.rounds = rounds;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        rounds.each("Sweeping up forgotten attempts", account -> store.deleteForgotten(account, Attempts.MEMORY));
    }
}

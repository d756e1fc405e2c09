package io.bailiwick.sessions;

import io.bailiwick.accounts.Rounds;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sweeps up sessions that are over, so that their rows do not pile up. Nothing depends on it: whether a session is over
 * is compared whenever it is used.
 */
@Component
class ExpiredSessions {
    private final SessionStore store;
    private final Rounds rounds;

    ExpiredSessions(SessionStore store, Rounds rounds) {
        this.store = store;
        this.rounds = rounds;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        rounds.each("Sweeping up sessions that are over", store::deleteExpired);
    }
}

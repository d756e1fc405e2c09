package io.bailiwick.decisions;

import io.bailiwick.accounts.Rounds;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps up refusals that were kept for long enough, some at a time. */
@Component
@EnableConfigurationProperties(DecisionSettings.class)
class OldDecisions {
    private static final int BATCH = 5_000;

    private final DecisionStore store;
    private final Rounds rounds;
    private final DecisionSettings settings;

    OldDecisions(DecisionStore store, Rounds rounds, DecisionSettings settings) {
        this.store = store;
        this.rounds = rounds;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        rounds.each(
                "Sweeping up old refusals",
                account -> Rounds.all(BATCH, () -> store.deleteOlder(account, settings.kept(), BATCH)));
    }
}

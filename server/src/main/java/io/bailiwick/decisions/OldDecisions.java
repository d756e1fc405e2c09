package io.bailiwick.decisions;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.AccountId;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sweeps up refusals that were kept for long enough, some at a time. */
@Component
@EnableConfigurationProperties(DecisionSettings.class)
class OldDecisions {
    private static final int BATCH = 5_000;
    private static final Logger LOG = LoggerFactory.getLogger(OldDecisions.class);

    private final DecisionStore store;
    private final Accounts accounts;
    private final DecisionSettings settings;

    OldDecisions(DecisionStore store, Accounts accounts, DecisionSettings settings) {
        this.store = store;
        this.accounts = accounts;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 15, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            accounts.all().forEach(this::sweep);
        } catch (DataAccessException away) {
            LOG.warn("Old refusals could not be swept up; it will be tried again");
        }
    }

    private void sweep(AccountId account) {
        int swept;
        do {
            swept = store.deleteOlder(account, settings.kept(), BATCH);
        } while (swept == BATCH);
    }
}

package io.bailiwick.signin;

import io.bailiwick.accounts.Accounts;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sweeps up failed attempts that the counter has forgotten, so that their rows do not pile up: anybody can leave one for
 * each address that he types. Nothing depends on it.
 */
@Component
class ForgottenAttempts {
    private static final Logger LOG = LoggerFactory.getLogger(ForgottenAttempts.class);

    private final AttemptStore store;
    private final Accounts accounts;

    ForgottenAttempts(AttemptStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @Scheduled(initialDelay = 20, fixedDelay = 20, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            var swept = accounts.all().stream()
                    .mapToInt(account -> store.deleteForgotten(account, Attempts.MEMORY))
                    .sum();
            LOG.debug("{} counts of failed attempts were forgotten", swept);
        } catch (DataAccessException away) {
            LOG.warn("Forgotten attempts could not be swept up; it will be tried again");
        }
    }
}

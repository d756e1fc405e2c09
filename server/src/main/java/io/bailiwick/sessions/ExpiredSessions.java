package io.bailiwick.sessions;

import io.bailiwick.accounts.Accounts;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sweeps up sessions that are over, so that their rows do not pile up. Nothing depends on it: whether a session is over
 * is compared whenever it is used.
 */
@Component
class ExpiredSessions {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiredSessions.class);

    private final SessionStore store;
    private final Accounts accounts;

    ExpiredSessions(SessionStore store, Accounts accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            var swept = accounts.all().stream().mapToInt(store::deleteExpired).sum();
            LOG.debug("{} sessions were over", swept);
        } catch (DataAccessException away) {
            LOG.warn("Sessions that are over could not be swept up; it will be tried again");
        }
    }
}

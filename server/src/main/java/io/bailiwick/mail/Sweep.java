package io.bailiwick.mail;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the outbox from growing for ever, and links and codes from lying in it. */
@Component
class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    /** So long after a letter left, its link can be sent again; then it is wiped. */
    static final Duration SECRETS = Duration.ofDays(1);

    /** So long letters are kept, whatever came of them. */
    static final Duration ALL = Duration.ofDays(30);

    private final OutboxStore store;

    Sweep(OutboxStore store) {
        this.store = store;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            store.sweep(SECRETS, ALL);
        } catch (DataAccessException away) {
            LOG.warn("Old mail could not be removed; it will be tried again", away);
        }
    }
}

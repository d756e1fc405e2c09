package io.bailiwick.activity;

import io.bailiwick.accounts.Accounts;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes messages that are older than they are kept, with everything about them, some at a time. What is still on its way
 * stays, and what has an open issue; the hourly sums stay too.
 */
@Component
class OldMessages {
    private static final int AT_A_TIME = 500;
    private static final Logger LOG = LoggerFactory.getLogger(OldMessages.class);

    private final OldMessageStore store;
    private final Accounts accounts;
    private final MessageSettings settings;

    OldMessages(OldMessageStore store, Accounts accounts, MessageSettings settings) {
        this.store = store;
        this.accounts = accounts;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        try {
            settings.kept().map(kept -> Instant.now().minus(kept)).ifPresent(this::removeBefore);
        } catch (DataAccessException away) {
            LOG.warn("Old messages could not be removed; it is tried again: {}", away.getMessage());
        }
    }

    private void removeBefore(Instant moment) {
        for (var account : accounts.all()) {
            var removed = 0;
            int some;
            do {
                some = store.remove(account, moment, AT_A_TIME);
                removed += some;
            } while (some == AT_A_TIME);
            if (removed > 0) {
                LOG.info("{} messages from before {} were removed", removed, moment);
            }
        }
    }
}

package io.bailiwick.activity;

import io.bailiwick.accounts.Rounds;
import io.bailiwick.flows.OldFiles;
import io.bailiwick.kernel.AccountId;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes messages that are older than they are kept, with everything about them, some at a time, and the files that they
 * came as. What is still on its way stays, and what has an open issue; the hourly sums stay too.
 */
@Component
class OldMessages {
    private static final int AT_A_TIME = 500;
    private static final Logger LOG = LoggerFactory.getLogger(OldMessages.class);

    private final OldMessageStore store;
    private final OldFiles files;
    private final Rounds rounds;
    private final MessageSettings settings;

    OldMessages(OldMessageStore store, OldFiles files, Rounds rounds, MessageSettings settings) {
        this.store = store;
        this.files = files;
        this.rounds = rounds;
        this.settings = settings;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        settings.kept()
                .map(kept -> Instant.now().minus(kept))
                .ifPresent(moment -> rounds.each("Removing old messages", account -> removeBefore(account, moment)));
    }

    /** Removes what an account has from before that moment. */
    void removeBefore(AccountId account, Instant moment) {
        var removed = Rounds.all(AT_A_TIME, () -> store.remove(account, moment, AT_A_TIME));
        var taken = files.removeBefore(account, moment);
        if (removed + taken > 0) {
            LOG.info("{} messages and {} files from before {} were removed", removed, taken, moment);
        }
    }
}

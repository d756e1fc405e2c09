package io.bailiwick.sessions;

import io.bailiwick.kernel.AccountId;
import jakarta.annotation.PreDestroy;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Remembers which sessions were used and writes it down every ten seconds, all of an account at once. */
@Component
class LastSeen {
    private static final Logger LOG = LoggerFactory.getLogger(LastSeen.class);

    private final SessionStore store;
    private final ConcurrentHashMap<Use, Long> uses = new ConcurrentHashMap<>();

    LastSeen(SessionStore store) {
        this.store = store;
    }

    private record Use(AccountId account, UUID session) {}

    /** The session is used now. */
    void saw(Session session) {
        uses.putIfAbsent(new Use(session.account(), session.id()), System.nanoTime());
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    @PreDestroy
    void write() {
        var now = System.nanoTime();
        var taken = Map.copyOf(uses);
        var ages = new HashMap<AccountId, Map<UUID, Long>>();
        taken.forEach((use, at) -> ages.computeIfAbsent(use.account(), account -> new HashMap<>())
                .put(use.session(), TimeUnit.NANOSECONDS.toMillis(now - at)));
        try {
            ages.forEach(store::saw);
            taken.forEach(uses::remove);
        } catch (DataAccessException away) {
            LOG.warn("The last use of {} sessions could not be written; it will be tried again", taken.size(), away);
        }
    }
}

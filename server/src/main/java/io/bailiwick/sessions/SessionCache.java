package io.bailiwick.sessions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.accounts.DatabaseContact;
import io.bailiwick.accounts.Staleness;
import io.bailiwick.database.Aside;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.tokens.Secret;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Sessions as read at most a second ago. Each account has an epoch: evicting counts it up, and what was read under an
 * earlier epoch is read anew, so that a row read just before a change cannot outlive the change. While the database is
 * away a session stays known for as long as the staleness bound says, then nobody is.
 */
@Component
class SessionCache {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final SessionStore store;
    private final Accounts accounts;
    private final DatabaseContact database;
    private final Duration bearable;
    private final ConcurrentHashMap<AccountId, AtomicLong> epochs = new ConcurrentHashMap<>();
    private final Cache<String, AccountId> ids =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final Cache<ByteBuffer, Entry> entries;

    SessionCache(SessionStore store, Accounts accounts, DatabaseContact database, Staleness staleness) {
        this.store = store;
        this.accounts = accounts;
        this.database = database;
        this.bearable = staleness.stalenessBound();
        this.entries = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(bearable)
                .build();
    }

    private record Entry(Session session, long epoch, long readAt, long endsAt) {}

    /**
     * The live session with that secret.
     *
     * @throws Refusal.Unavailable when the database cannot be asked
     */
    Optional<Session> find(Secret secret) {
        var hash = secret.hash();
        var key = ByteBuffer.wrap(hash);
        var entry = entries.getIfPresent(key);
        if (entry != null && isFresh(entry)) {
            return Optional.of(entry.session());
        }
        if (database.isLost() || entry != null && database.isSilent() && isYoungerThan(bearable, entry)) {
            return Optional.of(bearable(entry).session());
        }
        var read = entries.asMap()
                .compute(key, (same, old) -> old != null && isFresh(old) ? old : read(secret.account(), hash, old));
        return Optional.ofNullable(read).map(Entry::session);
    }

    /** Whatever is known of the account's sessions is read anew from now on. */
    void evict(AccountId account) {
        epoch(account).incrementAndGet();
    }

    private boolean isFresh(Entry entry) {
        return isYoungerThan(FRESH, entry);
    }

    /** What was known a moment ago and is not known to be otherwise since. */
    private Entry bearable(@Nullable Entry old) {
        if (old != null && isYoungerThan(bearable, old)) {
            return old;
        }
        throw new Refusal.Unavailable("Sessions cannot be looked up now. Try again in a moment.");
    }

    private boolean isYoungerThan(Duration age, Entry entry) {
        var now = System.nanoTime();
        return now - entry.readAt() < age.toNanos()
                && now - entry.endsAt() < 0
                && entry.epoch() == epoch(entry.session().account()).get();
    }

    private AtomicLong epoch(AccountId account) {
        return epochs.computeIfAbsent(account, key -> new AtomicLong());
    }

    private @Nullable Entry read(String shortId, byte[] hash, @Nullable Entry old) {
        try {
            return Aside.ask(() -> account(shortId).flatMap(account -> read(account, hash)))
                    .orElse(null);
        } catch (DataAccessException away) {
            return bearable(old);
        }
    }

    private Optional<Entry> read(AccountId account, byte[] hash) {
        var epoch = epoch(account).get();
        var now = System.nanoTime();
        return store.find(account, hash)
                .map(found -> new Entry(
                        found.session(), epoch, now, now + found.remaining().toNanos()));
    }

    private Optional<AccountId> account(String shortId) {
        var known = ids.getIfPresent(shortId);
        if (known != null) {
            return Optional.of(known);
        }
        var found = accounts.find(shortId).map(Account::id);
        found.ifPresent(id -> ids.put(shortId, id));
        return found;
    }
}

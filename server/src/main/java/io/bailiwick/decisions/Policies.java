package io.bailiwick.decisions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bailiwick.accounts.Changes;
import io.bailiwick.accounts.Staleness;
import io.bailiwick.database.Aside;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The accounts' policies in memory. A snapshot that could not be confirmed within the staleness bound is not used: better
 * no answer than an old one.
 */
@Service
class Policies {
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final PolicyStore policies;
    private final SubjectStore subjects;
    private final Changes changes;
    private final TransactionTemplate apart;
    private final Duration bound;
    private final Cache<AccountId, AccountPolicy> loaded =
            Caffeine.newBuilder().expireAfterAccess(IDLE).build();

    Policies(
            PolicyStore policies,
            SubjectStore subjects,
            Changes changes,
            PlatformTransactionManager transactions,
            Staleness staleness) {
        this.policies = policies;
        this.subjects = subjects;
        this.changes = changes;
        this.bound = staleness.stalenessBound();
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        apart.setReadOnly(true);
    }

    /**
     * The account's policy as this node knows it, at most the staleness bound old.
     *
     * @throws Refusal.Unavailable when it is older and the database does not answer
     */
    AccountPolicy current(AccountId account) {
        var policy = loaded.get(account, this::load);
        if (policy.isOlderThan(bound)) {
            throw new Refusal.Unavailable(
                    "The database does not answer, so nothing can be decided. Try again shortly.");
        }
        return policy;
    }

    /** The account's policy at its newest committed revision: for what is decided under the write's lock. */
    AccountPolicy newest(AccountId account) {
        catchUp(account);
        return current(account);
    }

    /** The account's policy at that revision or a newer one. */
    AccountPolicy atLeast(AccountId account, Revision revision) {
        var policy = current(account);
        if (policy.revision().compareTo(revision) < 0) {
            policy = newest(account);
        }
        if (policy.revision().compareTo(revision) < 0) {
            throw new Refusal.Malformed(
                    "There is no revision " + revision + " yet; the newest is " + policy.revision() + ".");
        }
        return policy;
    }

    /** Brings one account up to date, loading it when it is not in memory yet. */
    void catchUp(AccountId account) {
        catchUp(account, loaded.get(account, this::load));
    }

    /** The same, unless it is not in memory; being brought up to date is no use that keeps it there. */
    void catchUpIfLoaded(AccountId account) {
        var policy = loaded.policy().getIfPresentQuietly(account);
        if (policy != null) {
            catchUp(account, policy);
        }
    }

    /** Brings it to that revision, unless it is not in memory; true when it is there. */
    boolean atLeastIfLoaded(AccountId account, Revision revision) {
        var policy = loaded.policy().getIfPresentQuietly(account);
        if (policy != null && policy.revision().compareTo(revision) < 0) {
            catchUp(account, policy);
        }
        return policy != null;
    }

    /**
     * Brings everything in memory up to date, by one question for all accounts and then only for those that changed, and
     * tells after each answer that there was one.
     */
    void catchUpAll(Runnable answered) {
        var asked = System.nanoTime();
        var accounts = Set.copyOf(loaded.asMap().keySet());
        var newest = Aside.ask(() -> changes.newest(accounts));
        newest.entrySet().removeIf(account -> isAt(account.getKey(), account.getValue(), asked));
        answered.run();
        for (var changed : newest.keySet()) {
            catchUpIfLoaded(changed);
            answered.run();
        }
    }

    private boolean isAt(AccountId account, Revision revision, long asked) {
        var policy = loaded.policy().getIfPresentQuietly(account);
        return policy == null || policy.confirm(revision, asked);
    }

    /** The user's row as it is now, apart from any transaction under way. */
    Optional<UserDefinition> user(AccountId account, UserId user) {
        return Aside.ask(() -> subjects.load(account, user));
    }

    /** The user with that e-mail address. */
    Optional<UserId> find(AccountId account, String email) {
        return subjects.find(account, email);
    }

    private AccountPolicy load(AccountId account) {
        return new AccountPolicy(Aside.ask(() -> policies.load(account)), user -> user(account, user));
    }

    /** Whoever waits while another asks shares the answer, when the question began after his. */
    private void catchUp(AccountId account, AccountPolicy policy) {
        var wanted = System.nanoTime();
        synchronized (policy) {
            if (policy.isConfirmedSince(wanted)) {
                return;
            }
            var asked = System.nanoTime();
            var since = Aside.ask(() -> apart.execute(status -> changes.since(account, policy.revision())));
            if (since.stream().anyMatch(change -> change.reach() instanceof Change.Reach.Policy)) {
                policy.replace(Aside.ask(() -> policies.load(account)), asked);
            } else {
                policy.follow(since, asked);
            }
        }
    }
}

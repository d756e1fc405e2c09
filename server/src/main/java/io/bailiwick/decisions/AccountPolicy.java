package io.bailiwick.decisions;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bailiwick.accounts.Changes.Reached;
import io.bailiwick.engine.Policy;
import io.bailiwick.engine.UserDefinition;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * One account's policy and the subjects seen of late. The policy is immutable and replaced whole; a subject is loaded
 * when seen and thrown out when a change names its user.
 *
 * <p>INVARIANT: a subject never outlives a change that this snapshot has applied. Throwing one out waits for a load of
 * the same user under way, and a load that begins later reads what the change committed.
 */
final class AccountPolicy {
    /** Subjects in memory; a few hundred bytes each. */
    private static final int MOST = 200_000;

    private final Function<UserId, Optional<UserDefinition>> users;
    private volatile State state;
    private final AtomicLong confirmed = new AtomicLong(System.nanoTime());

    /** A policy, the subjects compiled for it, and the revision up to which both are right. */
    private record State(Panel panel, Cache<UserId, Person> people, Revision revision) {}

    AccountPolicy(PolicyStore.Rows rows, Function<UserId, Optional<UserDefinition>> users) {
        this.users = users;
        this.state = compiled(rows);
    }

    /** The compiled policy, with what the panel knows of it. */
    Panel panel() {
        return state.panel();
    }

    /** The compiled policy. */
    Policy policy() {
        return state.panel().policy();
    }

    /** The revision up to which it is right. */
    Revision revision() {
        return state.revision();
    }

    /** The compiled policy, if it is right up to exactly that revision. */
    Optional<Panel> at(Revision wanted) {
        var now = state;
        return now.revision().equals(wanted) ? Optional.of(now.panel()) : Optional.empty();
    }

    /** Whether it was last confirmed longer ago than that. */
    boolean isOlderThan(Duration bound) {
        return System.nanoTime() - confirmed.get() > bound.toNanos();
    }

    /** Whether it holds everything that was committed before that moment of {@link System#nanoTime}. */
    boolean isConfirmedSince(long moment) {
        return confirmed.get() - moment >= 0;
    }

    /**
     * Takes in that this was the account's newest revision when it was asked for at that moment.
     *
     * @return false when this is another one, so that the changes have to be read
     */
    boolean confirm(Revision newest, long asked) {
        if (!state.revision().equals(newest)) {
            return false;
        }
        confirmed.accumulateAndGet(asked, Math::max);
        return true;
    }

    /** The user with his compiled entitlements, or empty when there is no such user. */
    Optional<Person> person(UserId user) {
        var now = state;
        return Optional.ofNullable(now.people()
                .get(
                        user,
                        id -> users.apply(id)
                                .map(row -> Person.of(now.panel(), row))
                                .orElse(null)));
    }

    /** Takes in changes that leave the policy as it is. */
    void follow(List<Reached> changes, long asked) {
        var now = state;
        for (var change : changes) {
            if (change.reach() instanceof Change.Reach.Users reached) {
                now.people().invalidateAll(reached.users());
            }
            now = new State(now.panel(), now.people(), change.revision());
        }
        state = now;
        confirmed.set(asked);
    }

    /** Takes in a change of the policy itself. */
    void replace(PolicyStore.Rows rows, long asked) {
        state = compiled(rows);
        confirmed.set(asked);
    }

    private static State compiled(PolicyStore.Rows rows) {
        return new State(Panel.of(rows), Caffeine.newBuilder().maximumSize(MOST).build(), rows.revision());
    }
}

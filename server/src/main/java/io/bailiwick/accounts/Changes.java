package io.bailiwick.accounts;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Revision;
import io.bailiwick.ui.Newer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The record of changes. A write is one transaction: it takes the account's lock, checks, writes its rows and records one
 * change, which counts the account's revision up. Writers of one account wait for each other, so that what a guard rail
 * saw still holds when the write commits.
 */
@Service
public class Changes {
    private final ChangeStore store;
    private final AuthorNames names;
    private final ApplicationEventPublisher events;

    Changes(ChangeStore store, AuthorNames names, ApplicationEventPublisher events) {
        this.store = store;
        this.names = names;
        this.events = events;
    }

    /**
     * Takes the account's lock until the transaction ends, and returns the revision that the write builds on. Whoever judges
     * the write hears of it first, so that what others committed while it waited counts.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Revision lock(AccountId account) {
        var revision = store.lock(account);
        events.publishEvent(new AccountLocked(account, revision));
        return revision;
    }

    /** Records what this transaction changed, under the next revision; listeners hear of it in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Revision record(Actor actor, Change change) {
        var id = Ids.next();
        var revision = store.advance(actor.account());
        store.insert(id, actor, change, revision);
        events.publishEvent(new ChangeRecorded(id, actor, change, revision));
        return revision;
    }

    /**
     * Tells every node, when this transaction commits, that something of the account is other than it may have in memory,
     * though no revision counts it: its sessions. Whatever is recorded as a change is announced without this.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void announce(AccountId account) {
        store.announce(account);
    }

    /** The account's newest committed revision. */
    public Revision newest(AccountId account) {
        return store.newest(account);
    }

    /** The newest committed revision of each of the accounts, asked at once. */
    public Map<AccountId, Revision> newest(Collection<AccountId> accounts) {
        return store.newest(accounts);
    }

    /** Whose decisions the changes after that revision can alter, oldest first: what a node has to read anew. */
    public List<Reached> since(AccountId account, Revision revision) {
        return store.since(account, revision);
    }

    /**
     * Tells a form that came too late what was saved in between.
     *
     * @param item the id of what both wanted to change
     */
    public Newer newer(Actor actor, UUID item, Newer.Comparison comparison) {
        var last = store.last(actor.account(), item);
        return new Newer(names.of(actor, last.by(), last.actor()), last.at(), comparison.differences());
    }

    /** What one change reaches. */
    public record Reached(Revision revision, Change.Reach reach) {}
}

package io.bailiwick.billing;

import io.bailiwick.billing.Drafts.TermsDraft;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The mails when a balance falls below its threshold or beyond the credit limit, and who wants them. */
@Service
public class Alerts {
    private final AlertStore store;
    private final ApplicationEventPublisher events;

    Alerts(AlertStore store, ApplicationEventPublisher events) {
        this.store = store;
        this.events = events;
    }

    /** An entry took a balance too low, in the caller's transaction: people are told when that commits. */
    @Transactional(propagation = Propagation.MANDATORY)
    void crossed(AccountId account, UUID partner, Entry entry) {
        store.insert(account, new AlertId(Ids.next()), partner, entry.number());
        events.publishEvent(new AlertQueued(account));
    }

    /**
     * Terms were changed, in the caller's transaction: when the balance is too low by the new ones and was not by those
     * before, people are told.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void moved(AccountId account, UUID partner, Terms before, TermsDraft after) {
        var low = before.isBelow(after.lowBalance()) && !before.isBelow(before.lowBalance());
        var over = before.exceeds(after.creditLimit()) && !before.exceeds(before.creditLimit());
        if (low || over) {
            store.insert(account, new AlertId(Ids.next()), partner, before.balance(), low, over);
            events.publishEvent(new AlertQueued(account));
        }
    }

    /** Whether the actor is mailed when a balance falls too low that he may read. */
    public boolean areWanted(Actor actor) {
        return store.isWanted(actor.account(), user(actor));
    }

    /** The actor wants these mails, or does not. */
    @Transactional
    public void want(Actor actor, boolean wanted) {
        if (wanted) {
            store.optIn(actor.account(), user(actor));
        } else {
            store.optOut(actor.account(), user(actor));
        }
    }

    private static UserId user(Actor actor) {
        var user = actor.user();
        if (user == null) {
            throw new Refusal.NotFound("user");
        }
        return user;
    }
}

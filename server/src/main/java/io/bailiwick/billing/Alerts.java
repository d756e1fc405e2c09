package io.bailiwick.billing;

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

package io.bailiwick.activity;

import io.bailiwick.activity.ReprocessStore.Open;
import io.bailiwick.flows.DeliveryDue;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.model.UserStatus;
import io.bailiwick.partners.Sights;
import io.bailiwick.users.Selves;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the jobs of whoever wants everything delivered again that matches, some at a time: the next ones when those before
 * are nearly done, so that what comes in meanwhile does not wait behind all of them. The jobs and how far it came commit
 * together, and any node goes on from there. It ends when whoever began it may do so no more.
 */
@Component
class ReprocessRounds {
    /** So many messages are looked at, and at most twice as many jobs wait. */
    private static final int AT_A_TIME = 500;

    private static final Logger LOG = LoggerFactory.getLogger(ReprocessRounds.class);

    private final ReprocessStore store;
    private final Messages messages;
    private final MessageListStore lists;
    private final Selves selves;
    private final Guard guard;
    private final Sights sights;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    ReprocessRounds(
            ReprocessStore store,
            Messages messages,
            MessageListStore lists,
            Selves selves,
            Guard guard,
            Sights sights,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.store = store;
        this.messages = messages;
        this.lists = lists;
        this.selves = selves;
        this.guard = guard;
        this.sights = sights;
        this.events = events;
        this.transactions = transactions;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ReprocessBegun begun) {
        Thread.ofVirtual().name("reprocess").start(() -> tryRound(begun.account()));
    }

    @Scheduled(initialDelay = 5, fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void goRound() {
        try {
            store.accountsWithOpen().forEach(this::tryRound);
        } catch (DataAccessException away) {
            LOG.warn("What is to be delivered again cannot be read and is looked at again", away);
        }
    }

    private void tryRound(AccountId account) {
        try {
            while (Boolean.TRUE.equals(transactions.execute(status -> go(account)))) {
                LOG.debug("Some more of account {} are delivered again", account);
            }
        } catch (DataAccessException | TransactionException | Refusal notNow) {
            LOG.warn("Delivering again goes on later", notNow);
        }
    }

    /** Whether there may be more to do at once. */
    private boolean go(AccountId account) {
        var ready = store.open(account).stream()
                .filter(open -> open.waiting() < AT_A_TIME)
                .toList();
        ready.forEach(open -> actor(account, open)
                .ifPresentOrElse(actor -> goOn(actor, open), () -> store.came(account, open.id(), 0, null)));
        return !ready.isEmpty();
    }

    private void goOn(Actor actor, Open open) {
        var found = messages.wanted(actor, open.filter())
                .map(wanted -> lists.list(actor.account(), wanted.before(open.behind()), null, AT_A_TIME))
                .orElse(List.of());
        var sight = sights.of(actor);
        var locked = store.lock(actor.account(), found.stream().map(Message::id).toList()).stream()
                .filter(message -> message.state().isFinished() && sight.holds(message.partner()))
                .toList();
        if (!locked.isEmpty()) {
            store.jobs(actor.account(), open.id(), open.name(), locked);
            events.publishEvent(new DeliveryDue());
        }
        var last = found.size() < AT_A_TIME ? null : found.getLast().id();
        store.came(actor.account(), open.id(), locked.size(), last);
    }

    /** Whoever began it, as he is now; empty when he may do so no more. */
    private Optional<Actor> actor(AccountId account, Open open) {
        var by = open.by();
        return by == null
                ? Optional.of(Actor.server(account))
                : selves.find(account, new UserId(by))
                        .filter(user -> user.status() == UserStatus.ACTIVE)
                        .map(user -> new Actor(
                                account, user.id(), user.email(), user.name(), user.role(), user.zone(), "", false))
                        .filter(actor -> guard.mayFromAnywhere(actor, PanelArea.REPROCESS, Action.CREATE));
    }
}

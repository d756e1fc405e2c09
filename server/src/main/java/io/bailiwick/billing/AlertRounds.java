package io.bailiwick.billing;

import io.bailiwick.decisions.MayQuestion;
import io.bailiwick.decisions.MayUser;
import io.bailiwick.decisions.WhoMay;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.mail.Mails;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Mails everybody who may read the billing of a partner whose balance fell too low, some at a time: what was mailed and how
 * far the round came commit together, so that a node that dies in between leaves the rest to another one and nobody is
 * told twice. Who may read it is asked of the decisions as they are then.
 */
@Component
class AlertRounds {
    private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);
    private static final String AREA = "cockpit/Billing";
    private static final int AT_A_TIME = 200;

    private final AlertStore store;
    private final AlertLetters letters;
    private final WhoMay whoMay;
    private final Mails mails;
    private final TransactionOperations transactions;

    AlertRounds(
            AlertStore store, AlertLetters letters, WhoMay whoMay, Mails mails, TransactionOperations transactions) {
        this.store = store;
        this.letters = letters;
        this.whoMay = whoMay;
        this.mails = mails;
        this.transactions = transactions;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(AlertQueued queued) {
        Thread.ofVirtual().name("billing-alerts").start(() -> tryRound(queued.account()));
    }

    /** What another node left. */
    @Scheduled(initialDelay = 30, fixedDelay = 60, timeUnit = TimeUnit.SECONDS)
    void goRound() {
        try {
            store.accountsWithOpen().forEach(this::tryRound);
        } catch (DataAccessException away) {
            LOG.warn("Billing alerts cannot be read and are looked at again later", away);
        }
    }

    private void tryRound(AccountId account) {
        try {
            while (Boolean.TRUE.equals(transactions.execute(status -> tellSome(account)))) {
                LOG.debug("Told some of account {}", account);
            }
        } catch (DataAccessException | TransactionException | Refusal notNow) {
            LOG.warn("Billing alerts are sent later", notNow);
        }
    }

    /** Whether there may be more to tell. */
    private boolean tellSome(AccountId account) {
        var taken = store.take(account);
        taken.ifPresent(alert -> {
            var question = new MayQuestion(AREA, "read", alert.partner().id().toString());
            var request = new PageRequest(List.of(), AT_A_TIME, alert.after());
            var readers = whoMay.page(Actor.server(account), question, request);
            var ids = readers.items().stream().map(MayUser::id).toList();
            store.recipients(account, ids).forEach(recipient -> mails.send(account, letters.of(alert, recipient)));
            store.told(account, alert.id(), readers.next());
        });
        return taken.isPresent();
    }
}

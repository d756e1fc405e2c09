package io.bailiwick.mail;

import gg.jte.TemplateException;
import io.bailiwick.kernel.AccountId;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;

/**
 * Hands due letters over, each in a transaction of its own that holds its row: no other node takes it meanwhile. What
 * comes of it commits after the mail server has answered, so a node that dies in between leaves the letter due.
 */
final class Outbox {
    private static final int TURN = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

    private final OutboxStore store;
    private final TransactionOperations transactions;
    private final Composer composer;
    private final Smtp smtp;
    private final Delays delays;

    Outbox(OutboxStore store, TransactionOperations transactions, Composer composer, Smtp smtp, Delays delays) {
        this.store = store;
        this.transactions = transactions;
        this.composer = composer;
        this.smtp = smtp;
        this.delays = delays;
    }

    /**
     * Hands over what is due, some letters of each account in turn.
     *
     * @param wanted whether to begin another one
     * @return whether there may be more
     */
    boolean send(BooleanSupplier wanted) {
        var more = false;
        try (var line = new SmtpLine(smtp)) {
            for (var account : store.accountsWithDue()) {
                var handed = 0;
                while (handed < TURN && wanted.getAsBoolean() && sendNext(account, line)) {
                    handed++;
                }
                more |= handed == TURN;
            }
        }
        return more;
    }

    /** Whether there was one. */
    boolean sendNext(AccountId account, SmtpLine line) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            var due = store.take(account, delays.giveUp());
            due.ifPresent(outgoing -> hand(account, outgoing, line));
            return due.isPresent();
        }));
    }

    private void hand(AccountId account, Outgoing outgoing, SmtpLine line) {
        if (outgoing.stale() && outgoing.tries() == 0) {
            store.failed(
                    account,
                    outgoing.id(),
                    "It lay here for too long before there was a mail server to take it,"
                            + " so what it says may hold no longer. Send it again if it does.");
            return;
        }
        try {
            line.hand(composer.compose(account, outgoing, smtp.getSession()));
            store.sent(account, outgoing.id());
            LOG.debug("Mail {} was taken", outgoing.id());
        } catch (AddressException unfit) {
            missed(account, outgoing, new SendingFault("`" + outgoing.email() + "` cannot be mailed to.", true));
        } catch (MessagingException fault) {
            missed(account, outgoing, SendingFault.of(fault));
        } catch (JacksonException | TemplateException unfit) {
            LOG.error("Mail {} cannot be drawn", outgoing.id(), unfit);
            missed(account, outgoing, new SendingFault("It cannot be drawn; the log says why.", true));
        }
    }

    private void missed(AccountId account, Outgoing outgoing, SendingFault fault) {
        var wait = delays.after(outgoing.tries() + 1);
        var state = store.missed(account, outgoing.id(), fault, wait, delays.giveUp());
        LOG.warn("Mail {} was not taken and is {} now. {}", outgoing.id(), state, fault.reason());
    }
}

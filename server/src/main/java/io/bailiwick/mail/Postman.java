package io.bailiwick.mail;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * This node's sender: one thread, woken when a letter was committed here, and looking by itself for what is due again or
 * was left by another node. Without a mail server it rests.
 */
@Component
class Postman implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration PULSE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(8);

    private final @Nullable Outbox outbox;
    private final Semaphore bell = new Semaphore(0);
    private @Nullable volatile Thread walker;

    Postman(
            MailSettings settings,
            OutboxStore store,
            TransactionOperations transactions,
            JsonMapper json,
            Drawing drawing,
            Delays delays) {
        var from = settings.from();
        this.outbox = settings.server()
                .flatMap(server -> from.map(sender ->
                        new Outbox(store, transactions, new Composer(json, drawing, sender), new Smtp(server), delays)))
                .orElse(null);
    }

    /** Whether letters leave at all. */
    boolean isEmployed() {
        return outbox != null;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(MailQueued queued) {
        bell.release();
    }

    @Override
    public void start() {
        var work = outbox;
        if (work != null) {
            var thread = Thread.ofVirtual().name("postman").unstarted(() -> walk(work));
            walker = thread;
            thread.start();
        }
    }

    /** Lets the letter that is being handed over come to its end, and begins no other. */
    @Override
    public void stop() {
        var running = walker;
        walker = null;
        if (running != null) {
            bell.release();
            try {
                if (!running.join(FAREWELL)) {
                    LOG.warn("The mail server still has not answered; a letter may be sent a second time later");
                }
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return walker != null;
    }

    private void walk(Outbox work) {
        while (isRunning()) {
            try {
                if (!work.send(this::isRunning)) {
                    rest();
                }
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("The outbox cannot be read and is looked at again later", away);
                rest();
            } catch (RuntimeException fault) {
                LOG.error("Sending mail failed and is tried again later", fault);
                rest();
            }
        }
    }

    private void rest() {
        try {
            if (isRunning() && bell.tryAcquire(PULSE.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException dismissed) {
            walker = null;
            Thread.currentThread().interrupt();
        }
    }
}

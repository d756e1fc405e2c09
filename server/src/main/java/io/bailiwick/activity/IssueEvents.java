package io.bailiwick.activity;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.Action;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells whoever has an issue open that something was said about it, or that it was closed. One thread of each node asks the
 * database twice a second what is new of the issues that are open here, whichever node it was said on, and asks nothing
 * while none is. Each listener is judged anew before it is told anything, and every few seconds besides.
 */
@Component
class IssueEvents implements SmartLifecycle {
    private static final int MOST_OF_A_SESSION = 4;
    private static final int MOST = 1_000;
    private static final Duration PULSE = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(IssueEvents.class);

    private final IssueStore store;
    private final Issues issues;
    private final Guard guard;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean running;
    private boolean watching;

    IssueEvents(IssueStore store, Issues issues, Guard guard) {
        this.store = store;
        this.issues = issues;
        this.guard = guard;
    }

    /** What an issue is like: it is another one when there is something to tell. */
    record State(UUID issue, int comments, long version) {}

    /** Where a listener is told. */
    interface Line {
        /** Says that it is another one; null that nothing is new, which finds out whether somebody listens still. */
        void tell(@Nullable State state) throws IOException;
    }

    /** Somebody who listens. */
    private static final class Listener {
        private final Actor actor;
        private final UUID session;
        private final UUID issue;
        private final Semaphore bell = new Semaphore(0);
        private volatile State known;

        private Listener(Actor actor, UUID session, State known) {
            this.actor = actor;
            this.session = session;
            this.issue = known.issue();
            this.known = known;
        }
    }

    /** What the issue with that id is like now. */
    State state(Actor actor, String id) {
        var issue = issues.get(actor, id);
        return new State(issue.id(), issue.comments(), issue.version());
    }

    /**
     * Tells what is new of an issue until the line breaks, the session ends or the actor may not read it any more.
     *
     * @param session that of the actor
     * @param open throws when the session is open no more
     * @throws Refusal.TooOften when the session listens to as many already
     */
    void listen(Actor actor, UUID session, String id, Runnable open, Line line) {
        var listener = new Listener(actor, session, state(actor, id));
        register(listener);
        try {
            line.tell(null);
            while (running) {
                var rung = listener.bell.tryAcquire(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                listener.bell.drainPermits();
                open.run();
                if (!guard.may(actor, PanelArea.ISSUES, Action.READ)) {
                    return;
                }
                var now = state(actor, id);
                line.tell(rung ? now : null);
            }
        } catch (IOException | Refusal | DataAccessException | TransactionException over) {
            LOG.debug("Somebody listens no more: {}", over.toString());
        } catch (InterruptedException dismissed) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }

    private synchronized void register(Listener listener) {
        var of = listeners.stream()
                .filter(other -> other.session.equals(listener.session))
                .count();
        if (of >= MOST_OF_A_SESSION || listeners.size() >= MOST) {
            throw new Refusal.TooOften("So many issues are listened to already: close another one.", HEARTBEAT);
        }
        listeners.add(listener);
        if (!watching) {
            watching = true;
            Thread.ofVirtual().name("issue-events").start(this::watch);
        }
    }

    private void watch() {
        while (isWanted()) {
            try {
                look();
                Thread.sleep(PULSE);
            } catch (InterruptedException dismissed) {
                Thread.currentThread().interrupt();
            } catch (DataAccessException | TransactionException away) {
                LOG.debug("What was said cannot be read and is looked at again", away);
            }
        }
    }

    private synchronized boolean isWanted() {
        watching = running && !listeners.isEmpty() && !Thread.currentThread().isInterrupted();
        return watching;
    }

    private void look() {
        var accounts = listeners.stream()
                .map(listener -> listener.actor.account())
                .distinct()
                .toList();
        for (var account : accounts) {
            var of = listeners.stream()
                    .filter(listener -> listener.actor.account().equals(account))
                    .toList();
            var states = store.states(
                    account,
                    of.stream().map(listener -> listener.issue).distinct().toList());
            of.forEach(listener -> states.stream()
                    .filter(state -> state.issue().equals(listener.issue) && !state.equals(listener.known))
                    .forEach(state -> ring(listener, state)));
        }
    }

    private static void ring(Listener listener, State state) {
        listener.known = state;
        listener.bell.release();
    }

    @Override
    public void start() {
        running = true;
    }

    /** Before the web server waits for requests to end. */
    @Override
    public void stop() {
        running = false;
        listeners.forEach(listener -> listener.bell.release());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}

package io.bailiwick.decisions;

import io.bailiwick.accounts.AccountLocked;
import io.bailiwick.accounts.ChangeRecorded;
import io.bailiwick.accounts.DatabaseContact;
import io.bailiwick.accounts.LostConnections;
import io.bailiwick.guard.RevisionHeader;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.sessions.Sessions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps what this node has in memory of policies, users and sessions at the newest revision. A write of this node is
 * followed before its answer goes out; those of other nodes when PostgreSQL notifies, and by asking once a second, which
 * also confirms that nothing was missed.
 */
@Component
class ChangeFeed implements SmartLifecycle {
    /** Where it stands among those who hear of a lock: whoever judges by the policy comes later. */
    static final int UP_TO_DATE = 0;

    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration PULSE = Duration.ofSeconds(1);

    /** How long it waits at a time: stopping takes no longer. */
    private static final Duration NAP = Duration.ofMillis(250);

    /** A question without an answer for so long was swallowed on the way: it begins anew on another connection. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final DataSource source;
    private final DatabaseContact database;
    private final LostConnections connections;
    private final Policies policies;
    private final Sessions sessions;
    private @Nullable volatile Thread follower;

    ChangeFeed(
            DataSource source,
            DatabaseContact database,
            LostConnections connections,
            Policies policies,
            Sessions sessions) {
        this.source = source;
        this.database = database;
        this.connections = connections;
        this.policies = policies;
        this.sessions = sessions;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ChangeRecorded change) {
        policies.catchUp(change.actor().account());
        RevisionHeader.set(change.revision());
    }

    /** A guard rail behind the lock asks what was committed before it, not what this node had heard of. */
    @EventListener
    @Order(UP_TO_DATE)
    void on(AccountLocked locked) {
        EngineGuard.known(() -> policies.atLeastIfLoaded(locked.account(), locked.revision()));
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("change-feed").unstarted(this::follow);
        follower = thread;
        thread.start();
    }

    /** Waits for it to end by itself: whoever is interrupted while he asks the database complains at length. */
    @Override
    public void stop() {
        var running = follower;
        follower = null;
        if (running != null && !isOver(running)) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    /** Before the first request, until after the last. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    private void follow() {
        while (Thread.currentThread().equals(follower)) {
            try (var connection = source.getConnection()) {
                listen(connection);
            } catch (SQLException | RuntimeException fault) {
                if (isRunning()) {
                    tellOnce(fault);
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, (int) SILENCE.toMillis());
        execute(connection, "listen bailiwick_changes");
        try {
            follow(connection);
        } finally {
            unlisten(connection);
        }
    }

    private void follow(Connection connection) throws SQLException {
        var feed = connection.unwrap(PGConnection.class);
        catchUp(connection);
        var confirmed = System.nanoTime();
        while (isRunning()) {
            Arrays.stream(feed.getNotifications((int) NAP.toMillis()))
                    .map(PGNotification::getParameter)
                    .distinct()
                    .forEach(account -> heard(new AccountId(UUID.fromString(account))));
            if (System.nanoTime() - confirmed >= PULSE.toNanos()) {
                confirmed = System.nanoTime();
                catchUp(connection);
            }
        }
    }

    private void heard(AccountId account) {
        sessions.forget(account);
        policies.catchUpIfLoaded(account);
    }

    private void catchUp(Connection connection) throws SQLException {
        execute(connection, "select 1");
        policies.catchUpAll(this::answered);
    }

    private void answered() {
        var failed = database.made();
        var lost = connections.taken();
        if (failed) {
            LOG.info("The database answers again");
        } else if (lost > 0) {
            LOG.warn(
                    "The database answers, but connections to it were lost; what they were used for failed {} times",
                    lost);
        }
    }

    private void tellOnce(Exception fault) {
        if (database.lost()) {
            LOG.warn(
                    "The database does not answer: what needs it is refused until it does, and no further fault of this kind"
                            + " is logged. {}",
                    fault.getMessage());
        }
    }

    /** The connection goes back to the pool, where nobody would read what it hears. */
    private static void unlisten(Connection connection) {
        try {
            execute(connection, "unlisten *");
        } catch (SQLException gone) {
            LOG.debug("The connection of the change feed is gone", gone);
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(NAP);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isOver(Thread running) {
        try {
            return running.join(PATIENCE);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

package io.bailiwick.decisions;

import io.bailiwick.accounts.ChangeRecorded;
import io.bailiwick.guard.RevisionHeader;
import io.bailiwick.kernel.AccountId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Keeps the policies in memory at the newest revision. A write of this node is followed before its answer goes out; those
 * of other nodes when PostgreSQL notifies, and by asking once a second, which also confirms that nothing was missed.
 */
@Component
class ChangeFeed implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);
    private static final Duration PULSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final Policies policies;
    private @Nullable volatile Thread follower;

    ChangeFeed(DataSource database, Policies policies) {
        this.database = database;
        this.policies = policies;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void on(ChangeRecorded change) {
        policies.catchUp(change.actor().account());
        RevisionHeader.set(change.revision());
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("change-feed").unstarted(this::follow);
        follower = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var running = follower;
        follower = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return follower != null;
    }

    private void follow() {
        while (isRunning()) {
            try (var connection = database.getConnection()) {
                listen(connection);
            } catch (SQLException | DataAccessException | TransactionException fault) {
                if (isRunning()) {
                    LOG.warn("The change feed is cut off from the database and tries again: {}", fault.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen bailiwick_changes");
        }
        var feed = connection.unwrap(PGConnection.class);
        var confirmed = 0L;
        while (isRunning()) {
            for (var notice : feed.getNotifications((int) PULSE.toMillis())) {
                policies.catchUpIfLoaded(new AccountId(UUID.fromString(notice.getParameter())));
            }
            if (System.nanoTime() - confirmed >= PULSE.toNanos()) {
                confirmed = System.nanoTime();
                policies.catchUpAll();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PULSE);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

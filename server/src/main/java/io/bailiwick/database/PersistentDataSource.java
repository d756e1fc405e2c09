package io.bailiwick.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.util.PSQLState;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Tries until the server is there. A pool waits longer from one failure to the next, up to five seconds, and would come
 * back that late.
 */
final class PersistentDataSource extends DelegatingDataSource {
    /** As PostgreSQL says while it starts up. */
    private static final String CANNOT_CONNECT_NOW = "57P03";

    private static final Duration NAP = Duration.ofMillis(200);

    PersistentDataSource(DataSource source) {
        super(source);
    }

    /**
     * Connects, as soon as it can.
     *
     * @throws SQLException when the server refuses for another reason than that it cannot be reached, or the thread is
     *     interrupted
     */
    @Override
    public Connection getConnection() throws SQLException {
        while (true) {
            try {
                return super.getConnection();
            } catch (SQLException fault) {
                if (!isAway(fault) || !rests()) {
                    throw fault;
                }
            }
        }
    }

    private static boolean isAway(SQLException fault) {
        var state = fault.getSQLState();
        return PSQLState.isConnectionError(state) || CANNOT_CONNECT_NOW.equals(state);
    }

    /** False when nobody waits for it any more. */
    private static boolean rests() {
        try {
            Thread.sleep(NAP);
            return true;
        } catch (InterruptedException dismissed) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}

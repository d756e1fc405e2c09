package io.bailiwick.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ConnectionsTests {
    @Test
    void whoeverAsksAsideDoesNotWaitForThoseThatHoldAllUsualConnections() throws SQLException {
        try (var connections =
                        DatabaseConfiguration.connections(TestDatabase.fresh().dataSource(), 4);
                var one = connections.getConnection();
                var two = connections.getConnection();
                var three = connections.getConnection();
                var aside = Aside.ask(() -> connection(connections))) {
            assertThat(new Connection[] {one, two, three, aside}).allMatch(ConnectionsTests::isOpen);
        }
    }

    private static Connection connection(javax.sql.DataSource source) {
        try {
            return source.getConnection();
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static boolean isOpen(Connection connection) {
        try {
            return connection.isValid(1);
        } catch (SQLException fault) {
            return false;
        }
    }
}

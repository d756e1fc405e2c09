package io.bailiwick.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.bailiwick.TestDatabase;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ConnectionsTests {
    @Test
    void whoeverAsksAsideDoesNotWaitForThoseThatHoldAllUsualConnections() throws SQLException {
        try (var connections = connections();
                var one = connections.getConnection();
                var two = connections.getConnection();
                var three = connections.getConnection();
                var aside = Aside.ask(() -> connection(connections))) {
            assertThat(new Connection[] {one, two, three, aside}).allMatch(ConnectionsTests::isOpen);
        }
    }

    /** As when the network swallows the answer: without a bound this would come to its end and be fine. */
    @Test
    void whatIsAskedAsideAndNotAnsweredIsGivenUp() {
        try (var connections = connections()) {
            assertThatThrownBy(() -> Aside.ask(() -> sleep(connections)))
                    .hasRootCauseInstanceOf(SocketTimeoutException.class);
        }
    }

    private static HikariDataSource connections() {
        var database = TestDatabase.fresh();
        var server = new DatabaseSettings.Server(database.url(), database.user(), database.password(), 4);
        return DatabaseConfiguration.open(new DatabaseSettings(Path.of("unused"), server), null);
    }

    private static Long sleep(DataSource connections) {
        return JdbcClient.create(connections)
                .sql("select 1 from pg_sleep(30)")
                .query(Long.class)
                .single();
    }

    private static Connection connection(DataSource source) {
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

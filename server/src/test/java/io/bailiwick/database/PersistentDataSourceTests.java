package io.bailiwick.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** A server that is away is tried until it is back; what else it says is told at once. */
@Timeout(20)
class PersistentDataSourceTests {
    private static final Connection CONNECTION = (Connection) Proxy.newProxyInstance(
            PersistentDataSourceTests.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (made, method, with) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    @Test
    void aServerThatIsAwayIsTriedUntilItIsBack() throws SQLException {
        var server = new Server(List.of("08001", "08006", "57P03"));

        assertThat(new PersistentDataSource(server).getConnection() == CONNECTION)
                .isTrue();
        assertThat(server.faults).isEmpty();
    }

    @Test
    void whatItRefusesIsToldAtOnce() {
        var server = new Server(List.of("28P01", "08001"));

        assertThatThrownBy(() -> new PersistentDataSource(server).getConnection())
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fault -> assertThat(fault.getSQLState()).isEqualTo("28P01"));
        assertThat(server.faults).containsExactly("08001");
    }

    @Test
    void whoeverIsDismissedStopsTrying() {
        var server = new Server(List.of("08001", "08001"));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> new PersistentDataSource(server).getConnection())
                .isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).as("whoever comes next is told too").isTrue();
        assertThat(server.faults).hasSize(1);
    }

    /** Fails with one state after the other, then connects. */
    private static final class Server extends AbstractDataSource {
        private final Queue<String> faults;

        Server(List<String> faults) {
            this.faults = new ArrayDeque<>(faults);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var fault = faults.poll();
            if (fault != null) {
                throw new SQLException("It is away.", fault);
            }
            return CONNECTION;
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}

package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.decisions.Refused.Asked;
import io.bailiwick.decisions.Refused.Source;
import io.bailiwick.decisions.Refused.Who;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Gate;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of refusals that cannot be written. */
class DecisionQueueTests {
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DecisionQueue queue =
            new DecisionQueue(new DecisionStore(JdbcClient.create(new Away()), new JsonMapper()), meters);

    @Test
    void whatFindsTheQueueFullIsCountedAndTheRestIsFound() {
        var first = refused(1);
        queue.keep(first);
        for (int number = 2; number <= DecisionQueue.MOST + 3; number++) {
            queue.keep(refused(number));
        }

        assertThat(lost()).isEqualTo(3);
        assertThat(meters.get("bailiwick.decisions.waiting").gauge().value()).isEqualTo(DecisionQueue.MOST);
        assertThat(queue.find(ACCOUNT, first.id())).contains(first);
    }

    @Test
    void whatWaitsWhenTheServerStopsWithoutItsDatabaseIsCounted() {
        queue.start();
        queue.keep(refused(1));
        queue.stop();

        assertThat(lost()).isEqualTo(1);
    }

    @Test
    void aPathIsKeptWithoutItsQueryAndWithoutWhatNoDatabaseStores() {
        var asked = new Asked("shop", "GET", "/orders\0?token=secret", "192.0.2.7", null);

        assertThat(asked.path()).isEqualTo("/orders\uFFFD");
    }

    private double lost() {
        return meters.get("bailiwick.decisions.lost").counter().count();
    }

    private static Refused refused(long number) {
        return new Refused(
                new UUID(1, number),
                Instant.EPOCH,
                Source.PROXY,
                ACCOUNT,
                new Who(new UserId(new UUID(0, 2)), "kevin@people.example", "Kevin"),
                new Asked("shop", "GET", "/orders", "192.0.2.7", null),
                1,
                Gate.ROLE,
                "No",
                () -> new Explained(
                        false,
                        "role",
                        "No",
                        null,
                        null,
                        null,
                        null,
                        new Explained.Sight("none", null, null),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    /** A database that is away. */
    private static final class Away extends AbstractDataSource {
        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLException("away", "08001");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}

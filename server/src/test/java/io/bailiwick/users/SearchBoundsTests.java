package io.bailiwick.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.TestDatabase;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No search takes longer than it may, and nothing else is hurried by that. */
class SearchBoundsTests {
    private final DataSource source = TestDatabase.fresh().dataSource();
    private final Crowd crowd = new Crowd(source, null, Duration.ofMillis(100));

    @BeforeEach
    void people() {
        crowd.user("Dana Reyes", "dana.reyes@cleo.com");
    }

    @Test
    void whatTakesTooLongIsBrokenOffWithWhatToDo() throws SQLException {
        try (var other = source.getConnection();
                var statement = other.createStatement()) {
            statement.execute("set idle_in_transaction_session_timeout = '20s'");
            other.setAutoCommit(false);
            statement.execute("lock table users in access exclusive mode");

            isBrokenOff(() -> crowd.find(Crowd.text("dana"), PageRequest.first(), null));
            isBrokenOff(() -> crowd.find(UserFilter.NONE, PageRequest.first(), null));
            isBrokenOff(() -> crowd.count("cleo.com", 10));
            other.rollback();
        }
        assertThat(crowd.names(Crowd.text("dana"))).containsExactly("Dana Reyes");
    }

    @Test
    void whatComesAfterASearchMayTakeItsTime() {
        crowd.within(() -> {
            crowd.find(Crowd.text("dana"), PageRequest.first(), null);
            crowd.count("dana", 10);
            return assertThat(crowd.jdbc.sql("show statement_timeout").query().singleValue())
                    .isEqualTo("0");
        });
    }

    private static void isBrokenOff(ThrowingCallable search) {
        assertThatThrownBy(search)
                .isInstanceOfSatisfying(
                        Refusal.Invalid.class,
                        invalid -> assertThat(invalid.faults())
                                .containsExactly(new Refusal.Invalid.Fault("q", SearchBounds.TOO_LONG)));
    }
}

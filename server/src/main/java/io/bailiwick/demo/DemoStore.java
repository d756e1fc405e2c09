package io.bailiwick.demo;

import io.bailiwick.kernel.AccountId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which account is the example, and whether it was filled to its end. */
@Component
class DemoStore {
    private final JdbcClient jdbc;

    DemoStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The example that there is. */
    record Mark(AccountId account, boolean isFilled) {}

    Optional<Mark> find(AccountId account) {
        return jdbc.sql("select account, filled_at is not null as filled from demos where account = :account")
                .param("account", account.value())
                .query((row, number) ->
                        new Mark(new AccountId(row.getObject("account", UUID.class)), row.getBoolean("filled")))
                .optional();
    }

    void begin(AccountId account) {
        jdbc.sql("insert into demos (account) values (:account)")
                .param("account", account.value())
                .update();
    }

    void end(AccountId account) {
        jdbc.sql("update demos set filled_at = clock_timestamp() where account = :account")
                .param("account", account.value())
                .update();
    }
}

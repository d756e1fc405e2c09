package io.bailiwick.decisions;

import io.bailiwick.kernel.AccountId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the endpoints that documents have told of, as the view of `areas` publishes them. */
@Component
class ListedEndpointStore {
    private final JdbcClient jdbc;

    ListedEndpointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Listed(UUID application, String method, String path, String summary) {}

    List<Listed> all(AccountId account) {
        return jdbc.sql("""
                select application, method, path, summary from endpoints_for_decisions where account = :account
                order by application, path collate "C", method
                """)
                .param("account", account.value())
                .query((row, number) -> new Listed(
                        row.getObject("application", UUID.class),
                        row.getString("method"),
                        row.getString("path"),
                        row.getString("summary")))
                .list();
    }
}

package io.bailiwick.areas;

import io.bailiwick.kernel.AccountId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class DraftStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    DraftStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Keeps an outline for an hour; those of the account that are older go. */
    void insert(AccountId account, UUID id, ApplicationId application, Outline outline) {
        jdbc.sql("""
                delete from import_drafts where account = :account and created_at < now() - interval '1 hour'
                """).param("account", account.value()).update();
        jdbc.sql("""
                insert into import_drafts (account, id, application, outline)
                values (:account, :id, :application, :outline::jsonb)
                """)
                .param("account", account.value())
                .param("id", id)
                .param("application", application.value())
                .param("outline", json.writeValueAsString(outline))
                .update();
    }

    Optional<Outline> find(AccountId account, UUID id, ApplicationId application) {
        return jdbc.sql("""
                select outline from import_drafts
                where account = :account and id = :id and application = :application
                    and created_at >= now() - interval '1 hour'
                """)
                .param("account", account.value())
                .param("id", id)
                .param("application", application.value())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Outline.class));
    }
}

package io.bailiwick.audit;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(UUID id, Actor actor, String kind, @Nullable Revision revision, Map<String, ?> details) {
        var user = actor.user();
        jdbc.sql("""
                insert into audit_entries (account, id, kind, actor, actor_name, address, revision, details)
                values (:account, :id, :kind, :actor, :actorName, :address, :revision, :details::jsonb)
                """)
                .param("account", actor.account().value())
                .param("id", id)
                .param("kind", kind)
                .param("actor", user == null ? null : user.value())
                .param("actorName", actor.name())
                .param("address", actor.address())
                .param("revision", revision == null ? null : revision.number())
                .param("details", json.writeValueAsString(details))
                .update();
    }

    /** How often the user signed in from each address in the last days. */
    Map<String, Long> signIns(AccountId account, UserId user, int days) {
        var found = new HashMap<String, Long>();
        jdbc.sql("""
                select address, count(*) as number from audit_entries
                where account = :account and actor = :user and kind = 'session.opened'
                    and at > now() - make_interval(days => :days)
                group by address
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("days", days)
                .query(row -> {
                    found.put(row.getString("address"), row.getLong("number"));
                });
        return found;
    }
}

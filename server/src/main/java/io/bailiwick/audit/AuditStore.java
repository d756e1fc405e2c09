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
        jdbc.sql("""
                insert into audit_entries (account, id, kind, actor, actor_name, address, revision, details)
                values (:account, :id, :kind, :actor, :actorName, :address, :revision, :details::jsonb)
                """).params(params(id, actor, kind, revision, details)).update();
    }

    /** Appends what may be heard of twice under the same id. */
    void appendOnce(UUID id, Actor actor, String kind, Map<String, ?> details) {
        jdbc.sql("""
                insert into audit_entries (account, id, kind, actor, actor_name, address, revision, details)
                values (:account, :id, :kind, :actor, :actorName, :address, :revision, :details::jsonb)
                on conflict (account, id) do nothing
                """).params(params(id, actor, kind, null, details)).update();
    }

    private Map<String, @Nullable Object> params(
            UUID id, Actor actor, String kind, @Nullable Revision revision, Map<String, ?> details) {
        var user = actor.user();
        var params = new HashMap<String, @Nullable Object>();
        params.put("account", actor.account().value());
        params.put("id", id);
        params.put("kind", kind);
        params.put("actor", user == null ? null : user.value());
        params.put("actorName", actor.name());
        params.put("address", actor.address());
        params.put("revision", revision == null ? null : revision.number());
        params.put("details", json.writeValueAsString(details));
        return params;
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

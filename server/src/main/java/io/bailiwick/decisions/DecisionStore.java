package io.bailiwick.decisions;

import io.bailiwick.decisions.Refused.Asked;
import io.bailiwick.decisions.Refused.Source;
import io.bailiwick.decisions.Refused.Who;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Gate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class DecisionStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    DecisionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A refusal as it goes in. */
    private record Row(
            UUID id,
            String at,
            String source,
            UUID userId,
            String email,
            String name,
            String application,
            String method,
            String path,
            String address,
            @Nullable String partner,
            long revision,
            @Nullable String gate,
            String reason,
            Explained explained) {
        static Row of(Refused refused) {
            return new Row(
                    refused.id(),
                    refused.at().toString(),
                    refused.source().word(),
                    refused.who().user().value(),
                    refused.who().email(),
                    refused.who().name(),
                    refused.asked().application(),
                    refused.asked().method(),
                    refused.asked().path(),
                    refused.asked().address(),
                    refused.asked().partner(),
                    refused.revision(),
                    refused.gate() == null ? null : refused.gate().word(),
                    refused.reason(),
                    refused.then().get());
        }
    }

    /** Keeps refusals of one account, and counts them; those that are there stay as they are. */
    void insert(AccountId account, List<Refused> refused) {
        jdbc.sql("""
                with kept as (
                    insert into refusals (account, id, at, source, user_id, email, name, application, method, path,
                        address, partner, revision, gate, reason, explained)
                    select :account, id, at, source, "userId", email, name, application, method, path, address,
                        partner, revision, gate, reason, explained
                    from jsonb_to_recordset(:rows::jsonb) as row (id uuid, at timestamptz, source text, "userId" uuid,
                        email text, name text, application text, method text, path text, address text, partner text,
                        revision bigint, gate text, reason text, explained jsonb)
                    on conflict (account, id) do nothing
                    returning at, user_id, gate
                )
                insert into refusal_hours (account, hour, reseller, gate, number)
                select :account, date_trunc('hour', k.at), u.reseller, coalesce(k.gate, 'rail'), count(*)
                from kept k left join users_for_decisions u on u.account = :account and u.id = k.user_id
                group by 2, 3, 4
                order by 2, 3, 4
                on conflict (account, hour, reseller, gate)
                do update set number = refusal_hours.number + excluded.number
                """)
                .param("account", account.value())
                .param(
                        "rows",
                        json.writeValueAsString(refused.stream().map(Row::of).toList()))
                .update();
    }

    Optional<Refused> find(AccountId account, UUID id) {
        return jdbc.sql("""
                select id, at, source, user_id, email, name, application, method, path, address, partner, revision,
                    gate, reason, explained
                from refusals where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id)
                .query((row, number) -> refused(account, row))
                .optional();
    }

    /** Removes some of those that are older; returns how many. */
    int deleteOlder(AccountId account, Duration age, int most) {
        return jdbc.sql("""
                delete from refusals where account = :account and id in (
                    select id from refusals
                    where account = :account and at < now() - make_interval(secs => :age)
                    order by at limit :most
                )
                """)
                .param("account", account.value())
                .param("age", age.toSeconds())
                .param("most", most)
                .update();
    }

    private Refused refused(AccountId account, ResultSet row) throws SQLException {
        var gate = row.getString("gate");
        var explained = json.readValue(row.getString("explained"), Explained.class);
        return new Refused(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Source.of(row.getString("source")),
                account,
                new Who(
                        new UserId(row.getObject("user_id", UUID.class)),
                        row.getString("email"),
                        row.getString("name")),
                new Asked(
                        row.getString("application"),
                        row.getString("method"),
                        row.getString("path"),
                        row.getString("address"),
                        row.getString("partner")),
                row.getLong("revision"),
                gate == null ? null : Gate.of(gate).orElseThrow(),
                row.getString("reason"),
                () -> explained);
    }
}

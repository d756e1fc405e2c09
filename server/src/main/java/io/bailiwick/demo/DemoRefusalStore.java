package io.bailiwick.demo;

import io.bailiwick.kernel.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes when refusals were made. */
@Component
class DemoRefusalStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration NAP = Duration.ofMillis(20);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DemoRefusalStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A refusal that was made.
     *
     * @param id its id
     * @param of the one that it is a copy of
     */
    record Moment(UUID id, UUID of, String at) {}

    /** The refusals of the account, once there are so many: they are written behind everybody's back. */
    List<UUID> await(AccountId account, int number) {
        var until = System.nanoTime() + PATIENCE.toNanos();
        var found = all(account);
        while (found.size() < number && System.nanoTime() < until) {
            try {
                Thread.sleep(NAP);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
                return found;
            }
            found = all(account);
        }
        return found;
    }

    private List<UUID> all(AccountId account) {
        return jdbc.sql("select id from refusals where account = :account order by id")
                .param("account", account.value())
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Puts the copies in the place of what they are copies of, and counts them. */
    @Transactional
    void spread(AccountId account, List<Moment> moments) {
        jdbc.sql("""
                with given as (
                    select * from jsonb_to_recordset(:rows::jsonb) as row (id uuid, of uuid, at timestamptz)
                ), kept as (
                    insert into refusals (account, id, at, source, user_id, email, name, application, method, path,
                        address, partner, revision, gate, reason, explained)
                    select r.account, g.id, g.at, source, user_id, email, name, application, method, path,
                        address, partner, revision, gate, reason, explained
                    from given g join refusals r on r.account = :account and r.id = g.of
                )
                delete from refusals where account = :account and id in (select of from given)
                """)
                .param("account", account.value())
                .param("rows", json.writeValueAsString(moments))
                .update();
        jdbc.sql("delete from refusal_hours where account = :account")
                .param("account", account.value())
                .update();
        jdbc.sql("""
                insert into refusal_hours (account, hour, reseller, gate, number)
                select :account, date_trunc('hour', r.at), u.reseller, coalesce(r.gate, 'rail'), count(*)
                from refusals r left join users u on u.account = :account and u.id = r.user_id
                where r.account = :account
                group by 2, 3, 4
                """).param("account", account.value()).update();
    }
}

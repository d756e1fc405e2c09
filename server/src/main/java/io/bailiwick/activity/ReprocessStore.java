package io.bailiwick.activity;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class ReprocessStore {
    private final JdbcClient jdbc;

    ReprocessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A message that is to be delivered again. */
    record Locked(UUID id, UUID partner, MessageState state) {}

    /** Those of these that there are, locked in one order. */
    List<Locked> lock(AccountId account, Collection<UUID> ids) {
        return jdbc.sql("""
                select id, partner, state from messages where account = :account and id = any(:ids) order by id for update
                """)
                .param("account", account.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new Locked(
                        row.getObject("id", UUID.class),
                        row.getObject("partner", UUID.class),
                        MessageState.of(row.getString("state"))))
                .list();
    }

    /** Writes down who wants what, with one job for each message; these count as open from now on. */
    void insert(AccountId account, UUID run, @Nullable UUID user, String name, List<Locked> messages) {
        jdbc.sql("""
                insert into reprocess_runs (account, id, by_user, by_name, total)
                values (:account, :run, :user, :name, :total)
                """)
                .param("account", account.value())
                .param("run", run)
                .param("user", user)
                .param("name", name)
                .param("total", messages.size())
                .update();
        jdbc.sql("""
                insert into jobs (account, id, message, flow, partner, endpoint_name, run, requested_by)
                select :account, wanted.job, m.id, m.flow, m.partner, m.endpoint_name, :run, :name
                from unnest(:ids::uuid[], :jobs::uuid[]) as wanted (message, job)
                join messages m on m.account = :account and m.id = wanted.message
                """)
                .param("account", account.value())
                .param("run", run)
                .param("name", name)
                .param("ids", messages.stream().map(Locked::id).toArray(UUID[]::new))
                .param("jobs", messages.stream().map(message -> Ids.next()).toArray(UUID[]::new))
                .update();
        reopen(account, messages);
    }

    private void reopen(AccountId account, List<Locked> messages) {
        jdbc.sql("""
                with before as (
                    select id, partner, direction, state, received_at from messages
                    where account = :account and id = any(:ids)
                ), after as (
                    update messages set state = 'received', finished_at = null, reason = null
                    where account = :account and id = any(:ids)
                ), moved as (
                    select date_trunc('hour', received_at) as hour, partner, direction, state, -1 as more from before
                    union all
                    select date_trunc('hour', received_at), partner, direction, 'open', 1 from before
                )
                insert into message_hours (account, hour, partner, direction, state, slot, messages)
                select :account, hour, partner, direction, state, :slot, sum(more) from moved
                group by hour, partner, direction, state
                on conflict (account, hour, partner, direction, state, slot)
                do update set messages = message_hours.messages + excluded.messages
                """)
                .param("account", account.value())
                .param("ids", messages.stream().map(Locked::id).toArray(UUID[]::new))
                .param("slot", MessageStore.slot())
                .update();
    }

    /** How far a run of that user has come; the server's own when that is null. */
    Optional<Reprocessing.Run> find(AccountId account, UUID run, @Nullable UUID user) {
        return jdbc.sql("""
                select r.id, r.total,
                    (select count(*) from jobs j where j.account = :account and j.run = :run and j.state = 'completed')
                        as delivered,
                    (select count(*) from jobs j where j.account = :account and j.run = :run and j.state = 'failed')
                        as failed
                from reprocess_runs r
                where r.account = :account and r.id = :run and r.by_user is not distinct from :user
                """)
                .param("account", account.value())
                .param("run", run)
                .param("user", user)
                .query((row, number) -> new Reprocessing.Run(
                        row.getObject("id", UUID.class),
                        row.getInt("total"),
                        row.getLong("delivered"),
                        row.getLong("failed")))
                .optional();
    }
}

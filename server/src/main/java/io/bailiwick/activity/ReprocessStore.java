package io.bailiwick.activity;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ReprocessStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ReprocessStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
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
        jobs(account, run, name, messages);
    }

    /** Makes one job for each message; these count as open from now on. */
    void jobs(AccountId account, UUID run, String name, List<Locked> messages) {
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

    /** Writes down a wish that is fulfilled bit by bit. */
    void insertOpen(Actor actor, UUID run, MessageFilter filter, UUID behind, long matching) {
        var user = actor.user();
        jdbc.sql("""
                insert into reprocess_runs (account, id, by_user, by_name, total, wanted, behind, whole, matching)
                values (:account, :run, :user, :name, 0, :wanted::jsonb, :behind, false, :matching)
                """)
                .param("account", actor.account().value())
                .param("run", run)
                .param("user", user == null ? null : user.value())
                .param("name", actor.name())
                .param("wanted", json.writeValueAsString(filter))
                .param("behind", behind)
                .param("matching", matching)
                .update();
    }

    /**
     * A wish that is not fulfilled yet.
     *
     * @param by who has it; null for the server itself
     * @param behind what was made before this id is to come
     * @param waiting how many of its jobs have not come to their end
     */
    record Open(UUID id, @Nullable UUID by, String name, MessageFilter filter, UUID behind, long waiting) {}

    List<AccountId> accountsWithOpen() {
        return jdbc.sql("""
                select a.id from accounts_for_activity a
                where exists (select 1 from reprocess_runs r where r.account = a.id and not r.whole)
                """)
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    /** The oldest open ones that no other node has in hand; their rows are locked. */
    List<Open> open(AccountId account) {
        return jdbc.sql("""
                select r.id, r.by_user, r.by_name, r.wanted, r.behind, (
                        select count(*) from jobs j
                        where j.account = :account and j.run = r.id and j.state in ('waiting', 'active')) as waiting
                from reprocess_runs r
                where r.account = :account and not r.whole
                order by r.id
                limit 10
                for update of r skip locked
                """)
                .param("account", account.value())
                .query((row, number) -> new Open(
                        row.getObject("id", UUID.class),
                        row.getObject("by_user", UUID.class),
                        row.getString("by_name"),
                        json.readValue(row.getString("wanted"), MessageFilter.class),
                        row.getObject("behind", UUID.class),
                        row.getLong("waiting")))
                .list();
    }

    /** How far a wish has come: what is to come was made before that id, or nothing is when it is null. */
    void came(AccountId account, UUID run, int more, @Nullable UUID behind) {
        jdbc.sql("""
                update reprocess_runs
                set total = total + :more, behind = coalesce(:behind::uuid, behind), whole = :behind::uuid is null
                where account = :account and id = :run
                """)
                .param("account", account.value())
                .param("run", run)
                .param("more", more)
                .param("behind", behind)
                .update();
    }

    private void reopen(AccountId account, List<Locked> messages) {
        jdbc.sql("""
                with before as (
                    select partner, state, received_at from messages where account = :account and id = any(:ids)
                ), after as (
                    update messages set state = 'received', finished_at = null, reason = null
                    where account = :account and id = any(:ids)
                )
                %s
                """.formatted(MessageHours.adding("""
                        select :account, date_trunc('hour', received_at), partner, :slot, count(*),
                            -count(*) filter (where state = 'delivered'), -count(*) filter (where state = 'failed')
                        from before
                        group by 2, partner
                        """)))
                .param("account", account.value())
                .param("ids", messages.stream().map(Locked::id).toArray(UUID[]::new))
                .param("slot", MessageStore.slot())
                .update();
    }

    /** How far a run of that user has come; the server's own when that is null. */
    Optional<Reprocessing.Run> find(AccountId account, UUID run, @Nullable UUID user) {
        return jdbc.sql("""
                select r.id, r.whole, case when r.whole then r.total else greatest(r.total, r.matching) end as total,
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
                        row.getLong("total"),
                        row.getLong("delivered"),
                        row.getLong("failed"),
                        row.getBoolean("whole")))
                .optional();
    }
}

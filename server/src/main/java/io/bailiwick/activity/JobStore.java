package io.bailiwick.activity;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.partners.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is read of jobs, as {@link MessageListStore} reads messages. */
@Component
class JobStore {
    private final JdbcClient jdbc;

    JobStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Which jobs are wanted: those of a message, or of all when it is null; in a state, or in any. */
    record Wanted(
            Sight sight, @Nullable UUID message, @Nullable String state) {}

    List<Job> list(AccountId account, Wanted wanted, @Nullable UUID after, int limit) {
        Plans.anew(jdbc);
        return jdbc.sql(Plans.isFew(wanted.sight()) ? """
                select j.*, m.type, p.key as p_key, p.name as p_name
                from unnest(:partners::uuid[]) as seen (partner)
                cross join lateral (
                    select * from jobs
                    where account = :account and partner = seen.partner and (:after::uuid is null or id < :after)
                        and (:message::uuid is null or message = :message) and (:state::text is null or state = :state)
                    order by id desc
                    limit :limit
                ) j
                join messages m on m.account = :account and m.id = j.message
                join partners_for_data p on p.account = :account and p.id = j.partner
                order by j.id desc
                limit :limit
                """ : """
                select j.*, m.type, p.key as p_key, p.name as p_name
                from (
                    select * from jobs
                    where account = :account and (:everything and partner <> all(:hidden) or partner = any(:partners))
                        and (:after::uuid is null or id < :after)
                        and (:message::uuid is null or message = :message) and (:state::text is null or state = :state)
                    order by id desc
                    limit :limit
                ) j
                join messages m on m.account = :account and m.id = j.message
                join partners_for_data p on p.account = :account and p.id = j.partner
                order by j.id desc
                """)
                .params(parameters(account, wanted))
                .param("after", after)
                .param("limit", limit)
                .query(JobStore::job)
                .list();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, Wanted wanted) {
        return jdbc.sql(Plans.isFew(wanted.sight()) ? """
                select count(*) from (
                    select 1 from unnest(:partners::uuid[]) as seen (partner)
                    cross join lateral (
                        select 1 from jobs
                        where account = :account and partner = seen.partner
                            and (:message::uuid is null or message = :message)
                            and (:state::text is null or state = :state)
                        limit :most
                    ) each
                    limit :most
                ) matches
                """ : """
                select count(*) from (
                    select 1 from jobs
                    where account = :account and (:everything and partner <> all(:hidden) or partner = any(:partners))
                        and (:message::uuid is null or message = :message) and (:state::text is null or state = :state)
                    limit :most
                ) matches
                """)
                .params(parameters(account, wanted))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    Optional<Job> find(AccountId account, Sight sight, UUID id) {
        return jdbc.sql("""
                select j.*, m.type, p.key as p_key, p.name as p_name
                from jobs j
                join messages m on m.account = :account and m.id = j.message
                join partners_for_data p on p.account = :account and p.id = j.partner
                where j.account = :account and j.id = :id
                    and (:everything and j.partner <> all(:hidden) or j.partner = any(:partners))
                """)
                .param("account", account.value())
                .param("id", id)
                .params(sight.parameters())
                .query(JobStore::job)
                .optional();
    }

    private static Map<String, @Nullable Object> parameters(AccountId account, Wanted wanted) {
        var parameters = new HashMap<String, @Nullable Object>(wanted.sight().parameters());
        parameters.put("account", account.value());
        parameters.put("message", wanted.message());
        parameters.put("state", wanted.state());
        return parameters;
    }

    private static Job job(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Job(
                id,
                row.getObject("message", UUID.class),
                new Message.Partner(
                        row.getObject("partner", UUID.class), row.getString("p_key"), row.getString("p_name")),
                row.getString("type"),
                row.getString("endpoint_name"),
                JobState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("reason"),
                row.getString("requested_by"),
                Moments.of(id),
                Moments.at(row, "due_at"),
                Moments.orNull(row, "started_at"),
                Moments.orNull(row, "finished_at"));
    }
}

package io.bailiwick.activity;

import io.bailiwick.activity.Timeline.Attempt;
import io.bailiwick.activity.Timeline.Delivery;
import io.bailiwick.kernel.AccountId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done to deliver messages. */
@Component
class TimelineStore {
    private final JdbcClient jdbc;

    TimelineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The deliveries of a message, oldest first. */
    List<Delivery> of(AccountId account, UUID message) {
        var attempts = attempts(account, message);
        return jdbc.sql("""
                select id, requested_by, state, endpoint_name, due_at from jobs
                where account = :account and message = :message
                order by id
                """)
                .param("account", account.value())
                .param("message", message)
                .query((row, number) -> {
                    var id = row.getObject("id", UUID.class);
                    return new Delivery(
                            id,
                            Moments.of(id),
                            row.getString("requested_by"),
                            JobState.of(row.getString("state")),
                            row.getString("endpoint_name"),
                            Moments.at(row, "due_at"),
                            attempts.getOrDefault(id, List.of()));
                })
                .list();
    }

    /** The tries of one job, oldest first. */
    List<Attempt> ofJob(AccountId account, UUID job) {
        return jdbc.sql("""
                select number, at, took_ms, status, reason from job_attempts
                where account = :account and job = :job
                order by number
                """)
                .param("account", account.value())
                .param("job", job)
                .query((row, number) -> new Attempt(
                        row.getInt("number"),
                        Moments.at(row, "at"),
                        Duration.ofMillis(row.getLong("took_ms")),
                        row.getObject("status", Integer.class),
                        row.getString("reason")))
                .list();
    }

    private Map<UUID, List<Attempt>> attempts(AccountId account, UUID message) {
        var attempts = new HashMap<UUID, List<Attempt>>();
        jdbc.sql("""
                select a.job, a.number, a.at, a.took_ms, a.status, a.reason
                from jobs j join job_attempts a on a.account = j.account and a.job = j.id
                where j.account = :account and j.message = :message
                order by a.job, a.number
                """)
                .param("account", account.value())
                .param("message", message)
                .query(row -> {
                    attempts.computeIfAbsent(row.getObject("job", UUID.class), job -> new ArrayList<>())
                            .add(new Attempt(
                                    row.getInt("number"),
                                    Moments.at(row, "at"),
                                    Duration.ofMillis(row.getLong("took_ms")),
                                    row.getObject("status", Integer.class),
                                    row.getString("reason")));
                });
        return attempts;
    }
}

package io.bailiwick.activity;

import io.bailiwick.flows.Delivery;
import io.bailiwick.flows.Direction;
import io.bailiwick.flows.Lane;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be delivered, and what came of it. Times are those of the database. */
@Component
@Transactional
class DeliveryStore {
    /** What one try that failed took at its endpoint. */
    private static final String MISSED = EndpointHours.adding("""
            select :account, date_trunc('hour', clock_timestamp()), partner, coalesce(:to::uuid, endpoint), :slot,
                coalesce(:endpoint::text, endpoint_name), :tries, :tries, :givenUp, :took, :took
            from told
            """);

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<AccountId> open() {
        Plans.byIndex(jdbc);
        return jdbc.sql("""
                select a.id from accounts_for_activity a
                where (
                    select true from jobs j
                    where j.account = a.id and j.state in ('waiting', 'active')
                    order by j.flow, j.due_at
                    limit 1
                )
                """)
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    List<Delivery> take(AccountId account, UUID node, int most, List<Lane> lanes, Duration lease) {
        Plans.byIndex(jdbc);
        return jdbc.sql("""
                with recursive flows (flow) as (
                    (
                        select flow from jobs
                        where account = :account and state in ('waiting', 'active')
                        order by flow, due_at
                        limit 1
                    )
                    union all
                    select (
                        select j.flow from jobs j
                        where j.account = :account and j.state in ('waiting', 'active') and j.flow > flows.flow
                        order by j.flow, j.due_at
                        limit 1
                    )
                    from flows where flows.flow is not null
                ), lanes as (
                    select f.flow, coalesce(l.endpoint, f.flow) as endpoint, coalesce(l.free, :most) as free
                    from flows f
                    left join unnest(:flows::uuid[], :endpoints::uuid[], :free::integer[]) as l (flow, endpoint, free)
                        on l.flow = f.flow
                    where f.flow is not null
                ), found as (
                    select j.id, j.due_at, l.free, row_number() over (partition by l.endpoint order by j.due_at) as place
                    from lanes l
                    cross join lateral (
                        select id, due_at from jobs
                        where account = :account and flow = l.flow and state in ('waiting', 'active')
                            and due_at <= statement_timestamp() and (
                                select p.active from partners_for_data p
                                where p.account = :account and p.id = jobs.partner)
                        order by due_at
                        limit l.free
                        for update skip locked
                    ) j
                ), due as (
                    select id from found where place <= free order by place, due_at limit :most
                ), taken as (
                    update jobs set state = 'active', node = :node, attempts = attempts + 1,
                        due_at = clock_timestamp() + :lease * interval '1 millisecond',
                        started_at = coalesce(started_at, clock_timestamp())
                    where account = :account and id in (select id from due)
                    returning id, message, attempts
                ), shown as (
                    update messages set state = 'delivering'
                    where account = :account and id in (select message from taken) and state <> 'delivering'
                )
                select t.id, t.message, t.attempts, m.flow, p.key, m.direction, m.type, m.content_type, m.reference, b.body
                from taken t
                join messages m on m.account = :account and m.id = t.message
                join message_bodies b on b.account = :account and b.message = t.message
                join partners_for_data p on p.account = :account and p.id = m.partner
                """)
                .param("account", account.value())
                .param("node", node)
                .param("most", most)
                .param("flows", Columns.of(lanes, UUID[]::new, Lane::flow))
                .param("endpoints", Columns.of(lanes, UUID[]::new, Lane::endpoint))
                .param("free", Columns.of(lanes, Integer[]::new, Lane::free))
                .param("lease", lease.toMillis())
                .query((row, number) -> new Delivery(
                        row.getObject("id", UUID.class),
                        row.getObject("message", UUID.class),
                        row.getInt("attempts"),
                        row.getObject("flow", UUID.class),
                        row.getString("key"),
                        Direction.of(row.getString("direction")).orElseThrow(),
                        row.getString("type"),
                        row.getString("content_type"),
                        row.getString("reference"),
                        row.getBytes("body")))
                .list();
    }

    /** Those whose end is being written down need no more. */
    void hold(AccountId account, UUID node, Duration lease) {
        Plans.byIndex(jdbc);
        jdbc.sql("""
                with held as (
                    select id from jobs
                    where account = :account and node = :node and state = 'active'
                    for update skip locked
                )
                update jobs set due_at = clock_timestamp() + :lease * interval '1 millisecond'
                where account = :account and id in (select id from held)
                """)
                .param("account", account.value())
                .param("node", node)
                .param("lease", lease.toMillis())
                .update();
    }

    /**
     * Writes down what came of deliveries that a node holds still: its name is on a job only while it does. Those that arrived
     * are written with one statement.
     */
    void settle(AccountId account, List<Settled> settled) {
        var delivered =
                settled.stream().filter(each -> each.outcome().isDelivered()).toList();
        if (!delivered.isEmpty()) {
            delivered(account, delivered);
        }
        for (var each : settled) {
            if (!each.outcome().isDelivered()) {
                missed(account, each);
            }
        }
    }

    private void delivered(AccountId account, List<Settled> settled) {
        Plans.byIndex(jdbc);
        jdbc.sql("""
                with settled as (
                    select * from unnest(:jobs::uuid[], :nodes::uuid[], :numbers::integer[], :took::integer[],
                        :statuses::integer[], :endpoints::uuid[], :endpointNames::text[])
                    as s (job, node, number, took, status, sent_to, sent_to_name)
                ), done as (
                    update jobs j set state = 'completed', finished_at = clock_timestamp(), node = null, reason = null,
                        status = s.status, endpoint_name = s.sent_to_name
                    from settled s
                    where j.account = :account and j.id = s.job and j.node = s.node and j.attempts = s.number
                    returning j.message, s.*
                ), told as (
                    update messages m set state = 'delivered', finished_at = clock_timestamp(), reason = null
                    from done d
                    where m.account = :account and m.id = d.message
                    returning m.partner, m.received_at, d.*
                ), tried as (
                    insert into job_attempts (account, job, number, took_ms, status)
                    select :account, job, number, took, status from done
                ), closed as (
                    update issues i set state = 'closed', closed_at = clock_timestamp(), version = version + 1
                    from done d
                    where i.account = :account and i.message = d.message and i.state = 'open'
                ), summed as (
                    %s
                )
                %s
                """.formatted(EndpointHours.adding("""
                        select :account, date_trunc('hour', clock_timestamp()), partner, sent_to, :slot,
                            max(sent_to_name), count(*), 0, 0, sum(took), max(took)
                        from told
                        group by partner, sent_to
                        order by partner, sent_to
                        """), MessageHours.adding("""
                        select :account, date_trunc('hour', received_at), partner, :slot, -count(*), count(*), 0
                        from told
                        group by 2, 3
                        order by 2, 3
                        """)))
                .param("account", account.value())
                .param(
                        "jobs",
                        Columns.of(settled, UUID[]::new, each -> each.delivery().job()))
                .param("nodes", Columns.of(settled, UUID[]::new, Settled::node))
                .param(
                        "numbers",
                        Columns.of(
                                settled, Integer[]::new, each -> each.delivery().number()))
                .param("took", Columns.of(settled, Integer[]::new, each ->
                        (int) each.outcome().took().toMillis()))
                .param(
                        "statuses",
                        Columns.of(
                                settled, Integer[]::new, each -> each.outcome().status()))
                .param(
                        "endpoints",
                        Columns.of(settled, UUID[]::new, each -> each.to().id()))
                .param(
                        "endpointNames",
                        Columns.of(settled, String[]::new, each -> each.to().name()))
                .param("slot", MessageStore.slot())
                .update();
    }

    private void missed(AccountId account, Settled settled) {
        var parameters = parameters(account, settled);
        if (settled.again() != null) {
            postponed(parameters, settled.again());
        } else {
            failed(parameters);
        }
    }

    private void postponed(Map<String, @Nullable Object> parameters, Duration again) {
        jdbc.sql("""
                with done as (
                    update jobs set state = 'waiting', node = null, reason = :reason, status = :status::integer,
                        endpoint_name = coalesce(:endpoint::text, endpoint_name),
                        due_at = clock_timestamp() + :again * interval '1 millisecond'
                    where account = :account and id = :job and node = :node and attempts = :number
                    returning message
                ), told as (
                    update messages set reason = :reason where account = :account and id = (select message from done)
                    returning partner, endpoint, endpoint_name
                ), summed as (
                    %s
                )
                insert into job_attempts (account, job, number, took_ms, status, reason)
                select :account, :job, :number, :took, :status::integer, :reason::text from done
                """.formatted(MISSED))
                .params(parameters)
                .param("again", again.toMillis())
                .update();
    }

    private void failed(Map<String, @Nullable Object> parameters) {
        jdbc.sql("""
                with done as (
                    update jobs set state = 'failed', finished_at = clock_timestamp(), node = null, reason = :reason,
                        status = :status::integer, endpoint_name = coalesce(:endpoint::text, endpoint_name)
                    where account = :account and id = :job and node = :node and attempts = :number
                    returning message
                ), told as (
                    update messages set state = 'failed', finished_at = clock_timestamp(), reason = :reason
                    where account = :account and id = (select message from done)
                    returning id, partner, received_at, endpoint, endpoint_name
                ), tried as (
                    insert into job_attempts (account, job, number, took_ms, status, reason)
                    select :account, :job, :number, :took, :status::integer, :reason::text from done
                ), opened as (
                    insert into issues (account, id, message, job, partner, reason)
                    select :account, :issue, id, :job, partner, :reason from told
                    on conflict (account, message) where state = 'open'
                    do update set job = excluded.job, reason = excluded.reason, failures = issues.failures + 1,
                        failed_at = clock_timestamp(), version = issues.version + 1
                ), summed as (
                    %s
                )
                %s
                """.formatted(MISSED, MessageHours.adding("""
                        select :account, date_trunc('hour', received_at), partner, :slot, -1, 0, 1 from told
                        """)))
                .params(parameters)
                .update();
    }

    private static Map<String, @Nullable Object> parameters(AccountId account, Settled settled) {
        var parameters = new HashMap<String, @Nullable Object>();
        var outcome = settled.outcome();
        var to = outcome.to();
        parameters.put("account", account.value());
        parameters.put("node", settled.node());
        parameters.put("job", settled.delivery().job());
        parameters.put("number", settled.delivery().number());
        parameters.put("took", (int) outcome.took().toMillis());
        parameters.put("status", outcome.status());
        parameters.put("reason", outcome.reason());
        parameters.put("to", to == null ? null : to.id());
        parameters.put("endpoint", to == null ? null : to.name());
        parameters.put("tries", to == null ? 0 : 1);
        parameters.put("givenUp", settled.again() == null ? 1 : 0);
        parameters.put("issue", Ids.next());
        parameters.put("slot", MessageStore.slot());
        return parameters;
    }
}

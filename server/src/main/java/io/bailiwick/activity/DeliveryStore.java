package io.bailiwick.activity;

import io.bailiwick.flows.Delivery;
import io.bailiwick.flows.Direction;
import io.bailiwick.flows.Lane;
import io.bailiwick.flows.Outcome;
import io.bailiwick.flows.Work;
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

/** What is to be delivered, and what came of it. Each step is one statement, and times are those of the database. */
@Component
class DeliveryStore implements Work {
    /** What one try took at its endpoint. */
    private static final String SUMMED = EndpointHours.adding("""
            select :account, date_trunc('hour', clock_timestamp()), partner, coalesce(:to::uuid, endpoint), :slot,
                coalesce(:endpoint::text, endpoint_name), :made, :missed, :givenUp, :took, :took
            from told
            """);

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<AccountId> due() {
        return jdbc.sql("""
                select a.id from accounts_for_activity a
                where exists (
                    select 1 from jobs j
                    join partners_for_data p on p.account = a.id and p.id = j.partner and p.active
                    where j.account = a.id and j.state in ('waiting', 'active') and j.due_at <= clock_timestamp()
                )
                """)
                .query((row, number) -> new AccountId(row.getObject("id", UUID.class)))
                .list();
    }

    @Override
    public List<Delivery> take(AccountId account, UUID node, int most, List<Lane> lanes, Duration lease) {
        return jdbc.sql("""
                with recursive flows (flow) as (
                    (
                        select flow from jobs
                        where account = :account and state in ('waiting', 'active')
                        order by flow
                        limit 1
                    )
                    union all
                    select (
                        select j.flow from jobs j
                        where j.account = :account and j.state in ('waiting', 'active') and j.flow > flows.flow
                        order by j.flow
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
                            and due_at <= clock_timestamp() and exists (
                                select 1 from partners_for_data p
                                where p.account = :account and p.id = jobs.partner and p.active)
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
                .param("flows", lanes.stream().map(Lane::flow).toArray(UUID[]::new))
                .param("endpoints", lanes.stream().map(Lane::endpoint).toArray(UUID[]::new))
                .param("free", lanes.stream().map(Lane::free).toArray(Integer[]::new))
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

    @Override
    public void hold(AccountId account, UUID node, Duration lease) {
        jdbc.sql("""
                update jobs set due_at = clock_timestamp() + :lease * interval '1 millisecond'
                where account = :account and node = :node and state = 'active'
                """)
                .param("account", account.value())
                .param("node", node)
                .param("lease", lease.toMillis())
                .update();
    }

    @Override
    public void settle(AccountId account, UUID node, Delivery delivery, Outcome outcome, @Nullable Duration again) {
        var parameters = parameters(account, node, delivery, outcome);
        parameters.put("givenUp", outcome.isDelivered() || again != null ? 0 : 1);
        if (outcome.isDelivered()) {
            delivered(parameters);
        } else if (again != null) {
            postponed(parameters, again);
        } else {
            failed(parameters);
        }
    }

    private void delivered(Map<String, @Nullable Object> parameters) {
        jdbc.sql("""
                with done as (
                    update jobs set state = 'completed', finished_at = clock_timestamp(), node = null, reason = null,
                        status = :status::integer, endpoint_name = coalesce(:endpoint::text, endpoint_name)
                    where account = :account and id = :job and node = :node and state = 'active' and attempts = :number
                    returning message
                ), told as (
                    update messages set state = 'delivered', finished_at = clock_timestamp(), reason = null
                    where account = :account and id = (select message from done)
                    returning partner, received_at, endpoint, endpoint_name
                ), tried as (
                    insert into job_attempts (account, job, number, took_ms, status)
                    select :account, :job, :number, :took, :status::integer from done
                ), closed as (
                    update issues set state = 'closed', closed_at = clock_timestamp(), version = version + 1
                    where account = :account and message = (select message from done) and state = 'open'
                ), summed as (
                    %s
                )
                %s
                """.formatted(SUMMED, ended("1, 0"))).params(parameters).update();
    }

    private void postponed(Map<String, @Nullable Object> parameters, Duration again) {
        jdbc.sql("""
                with done as (
                    update jobs set state = 'waiting', node = null, reason = :reason, status = :status::integer,
                        endpoint_name = coalesce(:endpoint::text, endpoint_name),
                        due_at = clock_timestamp() + :again * interval '1 millisecond'
                    where account = :account and id = :job and node = :node and state = 'active' and attempts = :number
                    returning message
                ), told as (
                    update messages set reason = :reason where account = :account and id = (select message from done)
                    returning partner, endpoint, endpoint_name
                ), summed as (
                    %s
                )
                insert into job_attempts (account, job, number, took_ms, status, reason)
                select :account, :job, :number, :took, :status::integer, :reason::text from done
                """.formatted(SUMMED))
                .params(parameters)
                .param("again", again.toMillis())
                .update();
    }

    private void failed(Map<String, @Nullable Object> parameters) {
        jdbc.sql("""
                with done as (
                    update jobs set state = 'failed', finished_at = clock_timestamp(), node = null, reason = :reason,
                        status = :status::integer, endpoint_name = coalesce(:endpoint::text, endpoint_name)
                    where account = :account and id = :job and node = :node and state = 'active' and attempts = :number
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
                """.formatted(SUMMED, ended("0, 1"))).params(parameters).update();
    }

    /** Adds the end of a message to the sums; how many were delivered, and how many failed. */
    private static String ended(String how) {
        return MessageHours.adding(
                "select :account, date_trunc('hour', received_at), partner, :slot, -1, " + how + " from told");
    }

    private static Map<String, @Nullable Object> parameters(
            AccountId account, UUID node, Delivery delivery, Outcome outcome) {
        var parameters = new HashMap<String, @Nullable Object>();
        var to = outcome.to();
        parameters.put("account", account.value());
        parameters.put("node", node);
        parameters.put("job", delivery.job());
        parameters.put("number", delivery.number());
        parameters.put("took", (int) outcome.took().toMillis());
        parameters.put("status", outcome.status());
        parameters.put("reason", outcome.reason());
        parameters.put("to", to == null ? null : to.id());
        parameters.put("endpoint", to == null ? null : to.name());
        parameters.put("made", to == null ? 0 : 1);
        parameters.put("missed", to == null || outcome.isDelivered() ? 0 : 1);
        parameters.put("issue", Ids.next());
        parameters.put("slot", MessageStore.slot());
        return parameters;
    }
}

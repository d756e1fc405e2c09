package io.bailiwick.activity;

import io.bailiwick.activity.Traffic.Hour;
import io.bailiwick.activity.Traffic.Messages;
import io.bailiwick.activity.Traffic.OfEndpoint;
import io.bailiwick.activity.Traffic.OfPartner;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.partners.Sight;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads sums of hours; it never counts messages. */
@Component
class TrafficStore {
    private final JdbcClient jdbc;

    TrafficStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Each sum is read once, for its hour and for its partner. */
    Traffic.Period messages(AccountId account, Sight sight, Instant since, int most) {
        var hours = new ArrayList<Hour>();
        var partners = new ArrayList<OfPartner>();
        var number = new long[1];
        jdbc.sql("""
                select s.*, p.key, p.name
                from (
                    select hour, partner, grouping(partner) = 1 as of_hour,
                        sum(open) as open, sum(delivered) as delivered, sum(failed) as failed,
                        count(*) over (partition by grouping(partner)) as number,
                        row_number() over (
                            partition by grouping(partner) order by sum(open + delivered + failed) desc, partner) as place
                    from message_hours
                    where account = :account and hour >= :since
                        and (:everything and partner <> all(:hidden) or partner = any(:partners))
                    group by grouping sets ((hour), (partner))
                    having sum(open + delivered + failed) > 0
                ) s
                left join partners_for_data p on p.account = :account and p.id = s.partner
                where s.of_hour or s.place <= :most
                order by s.hour, s.place
                """)
                .param("account", account.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .params(sight.parameters())
                .param("most", most)
                .query(row -> {
                    if (row.getBoolean("of_hour")) {
                        hours.add(new Hour(Moments.at(row, "hour"), sums(row)));
                    } else {
                        number[0] = row.getLong("number");
                        partners.add(new OfPartner(
                                row.getObject("partner", UUID.class),
                                row.getString("key"),
                                row.getString("name"),
                                sums(row)));
                    }
                });
        return new Traffic.Period(hours, partners, number[0]);
    }

    boolean isAny(AccountId account, Sight sight) {
        return jdbc.sql("""
                select exists (
                    select 1 from message_hours
                    where account = :account
                        and (:everything and partner <> all(:hidden) or partner = any(:partners))
                )
                """)
                .param("account", account.value())
                .params(sight.parameters())
                .query(Boolean.class)
                .single();
    }

    List<OfEndpoint> slowest(AccountId account, Sight sight, Instant since, int most) {
        return jdbc.sql("""
                select max(endpoint_name) as name, sum(tries) as tries, sum(missed) as missed,
                    (sum(took_ms) / sum(tries))::bigint as average, max(longest_ms) as longest
                from endpoint_hours
                where account = :account and hour >= date_trunc('day', :since::timestamptz, 'UTC')
                    and (hour >= :since or slot = -2)
                    and (:everything and partner <> all(:hidden) or partner = any(:partners))
                group by endpoint
                having sum(tries) > 0
                order by sum(took_ms) / sum(tries) desc, endpoint
                limit :most
                """)
                .param("account", account.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .params(sight.parameters())
                .param("most", most)
                .query((row, number) -> new OfEndpoint(
                        row.getString("name"),
                        row.getLong("tries"),
                        row.getLong("missed"),
                        Duration.ofMillis(row.getLong("average")),
                        Duration.ofMillis(row.getLong("longest"))))
                .list();
    }

    /** Jobs that wait and that are under way, counted up to the most of each, and deliveries that failed for good since then. */
    Traffic.JobNumbers jobs(AccountId account, Sight sight, Instant since, int most) {
        return jdbc.sql("""
                select (
                    select count(*) from (
                        select 1 from jobs
                        where account = :account and state = 'waiting'
                            and (:everything and partner <> all(:hidden) or partner = any(:partners))
                        limit :most
                    ) matches
                ) as waiting, (
                    select count(*) from (
                        select 1 from jobs
                        where account = :account and state = 'active'
                            and (:everything and partner <> all(:hidden) or partner = any(:partners))
                        limit :most
                    ) matches
                ) as active, (
                    select coalesce(sum(given_up), 0) from endpoint_hours
                    where account = :account and hour >= date_trunc('day', :since::timestamptz, 'UTC')
                        and (hour >= :since or slot = -2)
                        and (:everything and partner <> all(:hidden) or partner = any(:partners))
                ) as failed
                """)
                .param("account", account.value())
                .params(sight.parameters())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, number) ->
                        new Traffic.JobNumbers(row.getLong("waiting"), row.getLong("active"), row.getLong("failed")))
                .single();
    }

    private static Messages sums(ResultSet row) throws SQLException {
        return new Messages(row.getLong("open"), row.getLong("delivered"), row.getLong("failed"));
    }
}

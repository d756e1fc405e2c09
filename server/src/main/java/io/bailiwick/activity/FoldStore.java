package io.bailiwick.activity;

import io.bailiwick.kernel.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Folds the slots of hours that are over into one row each. Whoever writes a sum at the same time is left alone: his row is
 * locked and skipped, to be folded next time, and he never touches the folded row.
 */
@Component
class FoldStore {
    private final JdbcClient jdbc;

    FoldStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether this transaction alone folds the account's sums. */
    boolean claim(AccountId account) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('sums'), hashtext(:account))")
                .param("account", account.value().toString())
                .query(Boolean.class)
                .single();
    }

    /** Folds some sums of messages; returns how many rows there were. */
    int messages(AccountId account, int most) {
        return jdbc.sql("""
                with picked as (
                    select hour, partner, slot from message_hours
                    where account = :account and slot >= 0
                        and hour < date_trunc('hour', clock_timestamp()) - interval '1 hour'
                    order by hour, partner
                    limit :most
                    for update skip locked
                ), gone as (
                    delete from message_hours h using picked p
                    where h.account = :account and h.hour = p.hour and h.partner = p.partner and h.slot = p.slot
                    returning h.*
                ), folded as (
                    %s
                )
                select count(*) from gone
                """.formatted(MessageHours.adding("""
                        select :account, hour, partner, -1, sum(open), sum(delivered), sum(failed) from gone
                        group by hour, partner
                        """)))
                .param("account", account.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Folds some sums of endpoints; returns how many rows there were. */
    int endpoints(AccountId account, int most) {
        return folded(
                account,
                most,
                "slot >= 0 and hour < date_trunc('hour', clock_timestamp()) - interval '1 hour'",
                "hour, partner, endpoint, -1");
    }

    /**
     * Folds sums of endpoints that are more than two days old by the day, into slot -2: nobody asks them by the hour. Returns
     * how many rows there were.
     */
    int days(AccountId account, int most) {
        return folded(
                account,
                most,
                "slot = -1 and hour < date_trunc('day', clock_timestamp(), 'UTC') - interval '2 days'",
                "date_trunc('day', hour, 'UTC'), partner, endpoint, -2");
    }

    /**
     * Folds sums of endpoints.
     *
     * @param which the condition that picks them
     * @param into the hour, partner, endpoint and slot of the row that takes them
     */
    private int folded(AccountId account, int most, String which, String into) {
        return jdbc.sql("""
                with picked as (
                    select hour, partner, endpoint, slot from endpoint_hours
                    where account = :account and %s
                    order by hour, partner, endpoint
                    limit :most
                    for update skip locked
                ), gone as (
                    delete from endpoint_hours h using picked p
                    where h.account = :account and h.hour = p.hour and h.partner = p.partner
                        and h.endpoint = p.endpoint and h.slot = p.slot
                    returning h.*
                ), folded as (
                    %s
                )
                select count(*) from gone
                """.formatted(which, EndpointHours.adding("""
                        select :account, %s, max(endpoint_name), sum(tries), sum(missed), sum(given_up), sum(took_ms),
                            max(longest_ms)
                        from gone
                        group by 2, partner, endpoint
                        """.formatted(into))))
                .param("account", account.value())
                .param("most", most)
                .query(Integer.class)
                .single();
    }
}

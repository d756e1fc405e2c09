package io.bailiwick.decisions;

import io.bailiwick.decisions.StandingStore.Place;
import io.bailiwick.decisions.StandingStore.Placed;
import io.bailiwick.decisions.StandingStore.Wanted;
import io.bailiwick.kernel.AccountId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads active users by where they stand, in the order of their names. There are two ways to a page: to walk along the
 * names until it is full, which is quick when many are meant, and to gather those who are meant, which is quick when few
 * are; whoever asks knows how many. Runs in a transaction, whose planner it sets.
 */
@Component
class WhoMayStore {
    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final StandingStore standings;

    WhoMayStore(JdbcClient jdbc, StandingStore standings) {
        this.jdbc = jdbc;
        this.standings = standings;
    }

    /**
     * Who is meant.
     *
     * @param sight the reseller to which all of them belong, or null
     * @param whole the standings all of whose users are meant
     * @param choosing the standings of which those are meant who were given the data of the partner
     */
    record Meant(
            AccountId account,
            @Nullable UUID sight,
            List<UUID> whole,
            List<UUID> choosing,
            @Nullable UUID partner) {
        Meant {
            whole = List.copyOf(whole);
            choosing = List.copyOf(choosing);
        }
    }

    /** A page, by walking along the names. */
    List<Placed> walk(Meant meant, @Nullable Place after, int limit) {
        planByValues();
        return asked("""
                select u.id, u.name, u.email, u.name_key, u.standing,
                    case when u.standing = any(:whole::uuid[]) then '{}' else array[:partner::uuid] end as chosen
                from active_users_for_decisions u
                where u.account = :account and (:sight::uuid is null or u.reseller = :sight)
                    and (u.name_key, u.id) > (:name, :id)
                    and (u.standing = any(:whole::uuid[]) or u.standing = any(:choosing::uuid[]) and exists (
                        select 1 from user_partners_for_decisions p
                        where p.account = u.account and p.user_id = u.id and p.partner = :partner
                    ))
                order by u.name_key, u.id
                limit :limit
                """, meant)
                .param("sight", meant.sight())
                .param("name", after == null ? "" : after.nameKey())
                .param("id", after == null ? LOWEST : after.user())
                .param("limit", limit)
                .query(StandingStore::placed)
                .list();
    }

    /** The same page, by gathering. */
    List<Placed> gather(Meant meant, @Nullable Place after, int limit) {
        planByValues();
        var partners = Stream.ofNullable(meant.partner()).toList();
        return standings.users(
                meant.account(), new Wanted(meant.whole(), partners, meant.choosing(), true), after, limit);
    }

    /** How many are meant, counting no further than the most. */
    long count(Meant meant, int most) {
        planByValues();
        return asked("""
                select count(*) from (
                    select 1
                    from unnest(:whole::uuid[]) as wanted (standing)
                    cross join lateral (
                        select 1 from active_users_for_decisions
                        where account = :account and standing = wanted.standing
                        limit :most
                    ) as u
                    union all
                    select 1
                    from user_partners_for_decisions p
                    join active_users_for_decisions u on u.account = p.account and u.id = p.user_id
                    where p.account = :account and p.partner = :partner and u.standing = any(:choosing::uuid[])
                    limit :most
                ) as counted
                """, meant).param("most", most).query(Long.class).single();
    }

    /** How many users were given the data of the partner, counting no further than the most. */
    long selecting(AccountId account, UUID partner, int most) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from user_partners_for_decisions where account = :account and partner = :partner limit :most
                ) as counted
                """)
                .param("account", account.value())
                .param("partner", partner)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    private StatementSpec asked(String sql, Meant meant) {
        return jdbc.sql(sql)
                .param("account", meant.account().value())
                .param("whole", meant.whole().toArray(UUID[]::new))
                .param("choosing", meant.choosing().toArray(UUID[]::new))
                .param("partner", meant.partner());
    }

    /** Until the transaction ends: a plan that fits all standings fits none, and the table holds other accounts' rows too. */
    private void planByValues() {
        jdbc.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
                    set_config('jit', 'off', true)
                """).query().singleRow();
    }
}

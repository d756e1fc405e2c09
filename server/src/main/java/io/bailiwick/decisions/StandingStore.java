package io.bailiwick.decisions;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads who stands alike, as the views of `users` publish it: each standing once, with how many users stand there, and a
 * page of those users. However many users an account has, only the standings are read to judge them all.
 */
@Component
class StandingStore {
    private static final UUID LOWEST = new UUID(0, 0);

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A user in a list, with where he stands.
     *
     * @param chosen which of the partners asked about he was given in particular; empty when that was not asked
     */
    record Placed(UserId id, String name, String email, String nameKey, UUID standing, Set<UUID> chosen) {
        Placed {
            chosen = Set.copyOf(chosen);
        }

        /** The same user among others who are alike. */
        Placed at(UUID other) {
            return new Placed(id, name, email, nameKey, other, chosen);
        }
    }

    /** The last user of the page before. */
    record Place(String nameKey, UUID user) {}

    /** Every standing of the account, as far as whoever is limited to the reseller sees its users. */
    List<Standing> all(AccountId account, @Nullable UUID sight) {
        return jdbc.sql("""
                select id, role, permissions, groups, reseller, data_access, total from standings_for_decisions
                where account = :account and (:sight::uuid is null or reseller = :sight)
                """)
                .param("account", account.value())
                .param("sight", sight)
                .query(StandingStore::standing)
                .list();
    }

    /** The standings of a group's members. */
    List<Standing> inGroup(AccountId account, UUID group, @Nullable UUID sight) {
        return jdbc.sql("""
                select id, role, permissions, groups, reseller, data_access, total from standings_for_decisions
                where account = :account and groups @> array[:group::uuid] and (:sight::uuid is null or reseller = :sight)
                """)
                .param("account", account.value())
                .param("group", group)
                .param("sight", sight)
                .query(StandingStore::standing)
                .list();
    }

    /**
     * Those at one standing who were given the data of some of the partners asked about.
     *
     * @param standing where they stand; its users are those meant
     * @param chosen to how many of them each partner's was given
     */
    record Choosing(Standing standing, Map<UUID, Long> chosen) {}

    /** The standings of those who were given the data of some of these partners in particular. */
    Collection<Choosing> choosing(AccountId account, Collection<UUID> partners, @Nullable UUID sight) {
        var found = new LinkedHashMap<UUID, Choosing>();
        jdbc.sql("""
                select s.id, s.role, s.permissions, s.groups, s.reseller, s.data_access, chosen.total, chosen.partner
                from (
                    select u.standing, p.partner, count(distinct u.id) as total
                    from user_partners_for_decisions p
                    join users_for_decisions u on u.account = p.account and u.id = p.user_id
                    where p.account = :account and p.partner = any(:partners::uuid[])
                    group by grouping sets ((u.standing), (u.standing, p.partner))
                ) as chosen
                join standings_for_decisions s on s.account = :account and s.id = chosen.standing
                where :sight::uuid is null or s.reseller = :sight
                order by s.id, chosen.partner nulls first
                """)
                .param("account", account.value())
                .param("partners", partners.toArray(UUID[]::new))
                .param("sight", sight)
                .query(row -> {
                    var standing = standing(row, 0);
                    var partner = row.getObject("partner", UUID.class);
                    var there = found.computeIfAbsent(standing.id(), id -> new Choosing(standing, new HashMap<>()));
                    if (partner != null) {
                        there.chosen().put(partner, row.getLong("total"));
                    }
                });
        return found.values();
    }

    /**
     * Who is wanted.
     *
     * @param standings everybody who stands there
     * @param partners the partners that are asked about
     * @param choosing whoever stands there and was given the data of some of the partners
     * @param active whether only those who are active and owe no change of password
     */
    record Wanted(Collection<UUID> standings, Collection<UUID> partners, Collection<UUID> choosing, boolean active) {
        static Wanted all(Collection<UUID> standings) {
            return new Wanted(standings, List.of(), List.of(), false);
        }
    }

    /** Those wanted by name, from behind the place, or from the beginning. */
    List<Placed> users(AccountId account, Wanted wanted, @Nullable Place after, int limit) {
        return jdbc.sql("""
                select id, name, email, name_key, standing, chosen
                from (
                    select u.id, u.name, u.email, u.name_key, u.standing, '{}'::uuid[] as chosen
                    from unnest(:standings::uuid[]) as wanted (standing)
                    cross join lateral (
                        select id, name, email, name_key, standing from users_for_decisions
                        where account = :account and standing = wanted.standing and (name_key, id) > (:name, :id)
                            and (not :active or status = 'active' and not password_change_due)
                        order by name_key, id
                        limit :limit
                    ) as u
                    union all
                    select u.id, u.name, u.email, u.name_key, u.standing, array_agg(p.partner)
                    from user_partners_for_decisions p
                    join users_for_decisions u on u.account = p.account and u.id = p.user_id
                    where p.account = :account and p.partner = any(:partners::uuid[]) and u.standing = any(:choosing)
                        and (u.name_key, u.id) > (:name, :id)
                        and (not :active or u.status = 'active' and not u.password_change_due)
                    group by u.id, u.name, u.email, u.name_key, u.standing
                ) as found
                order by name_key, id
                limit :limit
                """)
                .param("account", account.value())
                .param("standings", wanted.standings().toArray(UUID[]::new))
                .param("partners", wanted.partners().toArray(UUID[]::new))
                .param("choosing", wanted.choosing().toArray(UUID[]::new))
                .param("active", wanted.active())
                .param("name", after == null ? "" : after.nameKey())
                .param("id", after == null ? LOWEST : after.user())
                .param("limit", limit)
                .query(StandingStore::placed)
                .list();
    }

    /** These users by name, from behind the place, or from the beginning. */
    List<Placed> named(AccountId account, Collection<UUID> users, @Nullable Place after, int limit) {
        return jdbc.sql("""
                select id, name, email, name_key, standing, '{}'::uuid[] as chosen from users_for_decisions
                where account = :account and id = any(:users) and (name_key, id) > (:name, :id)
                order by name_key, id
                limit :limit
                """)
                .param("account", account.value())
                .param("users", users.toArray(UUID[]::new))
                .param("name", after == null ? "" : after.nameKey())
                .param("id", after == null ? LOWEST : after.user())
                .param("limit", limit)
                .query(StandingStore::placed)
                .list();
    }

    private static Standing standing(ResultSet row, int number) throws SQLException {
        return new Standing(
                row.getObject("id", UUID.class),
                Role.of(row.getString("role")).orElseThrow(),
                SubjectStore.permissions(row),
                Set.copyOf(SubjectStore.uuids(row, "groups")),
                row.getObject("reseller", UUID.class),
                row.getString("data_access"),
                row.getLong("total"));
    }

    static Placed placed(ResultSet row, int number) throws SQLException {
        return new Placed(
                new UserId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("email"),
                row.getString("name_key"),
                row.getObject("standing", UUID.class),
                Set.copyOf(SubjectStore.uuids(row, "chosen")));
    }
}

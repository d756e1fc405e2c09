package io.bailiwick.users;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Answers the part of a search that where somebody stands decides (role, groups, permissions, reseller, data access) from
 * the standings, of which there are few and whose users are counted as they come and go: instead of asking a million users
 * one by one.
 */
@Component
class SearchStandings {
    /** With more standings than that, reading them would take longer than reading users. */
    private static final int MOST_STANDINGS = 10_000;

    /** Up to so many users are looked up by where they stand; there is less to gain with more. */
    private static final int MOST_USERS = 100_000;

    private final JdbcClient jdbc;

    SearchStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A search as it is best looked up.
     *
     * @param criteria finds the same users
     * @param matching exactly how many it finds; null when more than where they stand decides
     */
    record Narrowed(UserCriteria criteria, @Nullable Long matching) {}

    /** The same search, narrowed to where those stand whom it finds. */
    Narrowed narrowed(UserCriteria criteria) {
        var deciding =
                criteria.conditions().stream().filter(Condition::isOfStanding).toList();
        if (deciding.isEmpty() && criteria.sight() == null) {
            return new Narrowed(criteria, null);
        }
        var found = found(criteria, deciding);
        if (found.looked() > MOST_STANDINGS) {
            return new Narrowed(criteria, null);
        }
        var isAll = deciding.size() == criteria.conditions().size();
        return new Narrowed(
                found.users() > MOST_USERS ? criteria : criteria.standingAt(found.ids()),
                isAll ? Long.valueOf(found.users()) : null);
    }

    private record Found(long looked, long users, List<UUID> ids) {}

    private Found found(UserCriteria criteria, List<Condition> deciding) {
        var bindings = new Bindings();
        var holds = Stream.concat(Stream.of("true"), deciding.stream().map(each -> each.ofStanding(bindings)))
                .collect(Collectors.joining(" and "));
        return jdbc.sql("""
                with looked as materialized (
                    select u.id, u.total, %s as holds from standings u
                    where u.account = :account and (:sight::uuid is null or u.reseller = :sight)
                    limit :most
                )
                select count(*) as looked, coalesce(sum(total) filter (where holds), 0) as users,
                    coalesce(array_agg(id) filter (where holds), '{}') as ids
                from looked
                """.formatted(holds))
                .param("account", criteria.account().value())
                .param("sight", criteria.sight())
                .param("most", MOST_STANDINGS + 1)
                .params(bindings.values())
                .query(SearchStandings::found)
                .single();
    }

    private static Found found(ResultSet row, int number) throws SQLException {
        return new Found(row.getLong("looked"), row.getLong("users"), Arrays.asList((UUID[])
                row.getArray("ids").getArray()));
    }
}

package io.bailiwick.users;

import io.bailiwick.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of users, many at a time. Runs in a transaction, whose planner {@link SearchBounds} sets. */
@Component
class UserListStore {
    /** A statement is put together of the conditions' own SQL and planned for its values, as every search is. */
    private static final String SEEN = "u.account = :account and (:sight::uuid is null or u.reseller = :sight)";

    /** How many rows are looked at along the order before all who match are looked up. */
    private static final int WALK = 10_000;

    private final JdbcClient jdbc;
    private final SearchBounds bounds;

    UserListStore(JdbcClient jdbc, SearchBounds bounds) {
        this.jdbc = jdbc;
        this.bounds = bounds;
    }

    /** A user with the sort keys of the row as texts. */
    record Row(User user, List<@Nullable String> keys) {}

    /** Rows, and how many match in all where finding the rows has told it. */
    record Found(List<Row> rows, @Nullable Long matching) {}

    /**
     * The first rows that match.
     *
     * <p>The planner cannot know whether a page is full soon when one walks along the order: those who match may all
     * stand at its end. So a short way is walked along the order; only when that does not fill the page are all who match
     * looked up by what they match, counted, and put in order.
     *
     * @param back whether those before the keys are wanted, nearest first
     * @param keys the sort keys beyond which to look, or null to begin at the end of the list
     * @param among how many there are to look among
     */
    Found find(
            UserCriteria criteria,
            UserOrder order,
            boolean back,
            @Nullable List<@Nullable String> keys,
            int limit,
            long among) {
        var asked = new Asked(criteria, order, back, keys, limit);
        return bounds.within(() -> find(asked, among));
    }

    private Found find(Asked asked, long among) {
        var criteria = asked.criteria();
        if (criteria.isEverybody() && criteria.sight() == null
                || criteria.beginning().isPresent()) {
            return new Found(firstOf(asked, bindings -> found(asked, bindings)), null);
        }
        if (among > WALK) {
            var near = firstOf(asked, bindings -> near(asked, bindings));
            if (near.size() == asked.limit()) {
                return new Found(near, null);
            }
        }
        return all(asked);
    }

    /** A page that is asked for. */
    private record Asked(
            UserCriteria criteria,
            UserOrder order,
            boolean back,
            @Nullable List<@Nullable String> keys,
            int limit) {
        String beyond() {
            return keys == null ? "true" : order.beyond(back);
        }

        String orderBy() {
            return order.orderBy(back);
        }
    }

    private List<Row> firstOf(Asked asked, Function<Bindings, String> found) {
        var bindings = new Bindings();
        return rows(
                """
                with page as (
                    select found.account, found.id, array[%s] as keys, row_number() over (order by %s) as place
                    from %s
                    order by %s
                    limit :limit
                )
                select d.*, page.keys
                from page join users_shown d on d.account = page.account and d.id = page.id
                order by page.place
                """.formatted(asked.order().keyTexts(), asked.orderBy(), found.apply(bindings), asked.orderBy()),
                asked,
                bindings,
                new AtomicLong());
    }

    private Found all(Asked asked) {
        var bindings = new Bindings();
        var matching = new AtomicLong(-1);
        var columns = asked.order().columns();
        var rows = rows(
                """
                with matched as materialized (
                    select u.account, u.id, %s from users u where %s
                ), page as (
                    select account, id, array[%s] as keys, row_number() over (order by %s) as place
                    from matched
                    where %s
                    order by %s
                    limit :limit
                )
                select d.*, page.keys, (select count(*) from matched) as matching
                from page join users_shown d on d.account = page.account and d.id = page.id
                order by page.place
                """.formatted(
                                columns,
                                matches(asked.criteria(), bindings),
                                asked.order().keyTexts(),
                                asked.orderBy(),
                                asked.beyond(),
                                asked.orderBy()),
                asked,
                bindings,
                matching);
        return new Found(rows, rows.isEmpty() ? null : Long.valueOf(matching.get()));
    }

    private List<Row> rows(String sql, Asked asked, Bindings bindings, AtomicLong matching) {
        var rows = new UserRows(asked.criteria().sight());
        var counts = matching.get() < 0;
        return asked(sql, asked.criteria(), bindings)
                .params(bounds(asked.keys()))
                .param("limit", asked.limit())
                .query((row, number) -> {
                    if (counts) {
                        matching.set(row.getLong("matching"));
                    }
                    return new Row(rows.mapRow(row, number), keys(row));
                })
                .list();
    }

    /** Those that match among the next few in the order, as a table {@code found}. */
    private static String near(Asked asked, Bindings bindings) {
        return """
                (
                    select u.* from (
                        select u.* from users u where u.account = :account and %s order by %s limit %d
                    ) u where %s
                ) found
                """.formatted(asked.beyond(), asked.orderBy(), WALK, matches(asked.criteria(), bindings));
    }

    /**
     * Those that match, as a table {@code found} in any order. Whose name or address begins with something is looked up by
     * each index on its own.
     */
    private static String found(Asked asked, Bindings bindings) {
        var beginning = asked.criteria().beginning();
        if (beginning.isEmpty()) {
            return "(select u.* from users u where %s and %s) found"
                    .formatted(matches(asked.criteria(), bindings), asked.beyond());
        }
        var byName = first(
                asked,
                asked.criteria().instead(beginning.get(), beginning.get().ofName()),
                UserOrder.Column.NAME,
                bindings);
        var byEmail = first(
                asked,
                asked.criteria().instead(beginning.get(), beginning.get().ofEmailAlone()),
                UserOrder.Column.EMAIL,
                bindings);
        return "((%s) union all (%s)) found".formatted(byName, byEmail);
    }

    /** The first of those that match; unless they are found in their order, all are found before they are put in order. */
    private static String first(Asked asked, UserCriteria criteria, UserOrder.Column by, Bindings bindings) {
        var all = "select u.account, u.id, %s from users u where %s and %s"
                .formatted(asked.order().columns(), matches(criteria, bindings), asked.beyond());
        return asked.order().leadsWith(by)
                ? "%s order by %s limit :limit".formatted(all, asked.orderBy())
                : "select * from (%s offset 0) whole order by %s limit :limit".formatted(all, asked.orderBy());
    }

    /** How many match, counting no further than the most. */
    long count(UserCriteria criteria, int most) {
        var bindings = new Bindings();
        var sql = """
                select count(*) from (select 1 from (%s) matched limit :most) counted
                """.formatted(criteria.beginning()
                .map(beginning -> "(%s) union all (%s)"
                        .formatted(
                                each(criteria.instead(beginning, beginning.ofName()), bindings),
                                each(criteria.instead(beginning, beginning.ofEmailAlone()), bindings)))
                .orElseGet(() -> each(criteria, bindings)));
        return bounds.within(() -> asked(sql, criteria, bindings)
                .param("most", most)
                .query(Long.class)
                .single());
    }

    private static String each(UserCriteria criteria, Bindings bindings) {
        return "select 1 from users u where " + matches(criteria, bindings);
    }

    /** The ids of those that match, in their order, no more than the most. */
    List<UserId> ids(UserCriteria criteria, int most) {
        var bindings = new Bindings();
        var sql = """
                select u.id from users u where %s order by u.id limit :most
                """.formatted(matches(criteria, bindings));
        var ids = bounds.within(() -> asked(sql, criteria, bindings)
                .param("most", most)
                .query(UUID.class)
                .list());
        return ids.stream().map(UserId::new).toList();
    }

    private static String matches(UserCriteria criteria, Bindings bindings) {
        return Stream.concat(Stream.of(SEEN), criteria.conditions().stream().map(condition -> condition.sql(bindings)))
                .collect(Collectors.joining(" and "));
    }

    private StatementSpec asked(String sql, UserCriteria criteria, Bindings bindings) {
        return jdbc.sql(sql)
                .param("account", criteria.account().value())
                .param("sight", criteria.sight())
                .params(bindings.values());
    }

    private static Map<String, @Nullable Object> bounds(@Nullable List<@Nullable String> keys) {
        var bounds = new HashMap<String, @Nullable Object>();
        for (int place = 0; keys != null && place < keys.size(); place++) {
            bounds.put("key" + place, keys.get(place));
        }
        return bounds;
    }

    private static List<@Nullable String> keys(ResultSet row) throws SQLException {
        return new ArrayList<>(Arrays.asList((String[]) row.getArray("keys").getArray()));
    }
}

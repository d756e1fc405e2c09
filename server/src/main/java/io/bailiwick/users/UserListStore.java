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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The rows of users, many at a time. Runs in a transaction, whose planner it sets. */
@Component
class UserListStore {
    /** A statement is put together of the conditions' own SQL and planned for its values, as every search is. */
    private static final String SEEN = "u.account = :account and (:sight::uuid is null or u.reseller = :sight)";

    private final JdbcClient jdbc;

    UserListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A user with the sort keys of the row as texts. */
    record Row(User user, List<@Nullable String> keys) {}

    /**
     * The first rows that match.
     *
     * @param back whether those before the keys are wanted, nearest first
     * @param keys the sort keys beyond which to look, or null to begin at the end of the list
     */
    List<Row> find(
            UserCriteria criteria, UserOrder order, boolean back, @Nullable List<@Nullable String> keys, int limit) {
        planBySearchedValues();
        var bindings = new Bindings();
        var beyond = keys == null ? "true" : order.beyond(back);
        var sql = """
                with page as (
                    select found.account, found.id, array[%s] as keys, row_number() over (order by %s) as place
                    from %s
                    order by %s
                    limit :limit
                )
                select d.*, page.keys
                from page join users_shown d on d.account = page.account and d.id = page.id
                order by page.place
                """.formatted(
                        order.keyTexts(),
                        order.orderBy(back),
                        found(criteria, order, back, beyond, bindings),
                        order.orderBy(back));
        var rows = new UserRows(criteria.sight());
        return asked(sql, criteria, bindings)
                .params(bounds(keys))
                .param("limit", limit)
                .query((row, number) -> new Row(rows.mapRow(row, number), keys(row)))
                .list();
    }

    /**
     * Those that match, as a table {@code found} in any order. Whose name or address begins with something is looked up by
     * each index on its own: for the two together the planner would walk along the order that is wanted until it has a page,
     * and those who begin with it may all stand at the end.
     */
    private static String found(
            UserCriteria criteria, UserOrder order, boolean back, String beyond, Bindings bindings) {
        var beginning = criteria.beginning();
        if (beginning.isEmpty()) {
            return "(select u.* from users u where %s and %s) found".formatted(matches(criteria, bindings), beyond);
        }
        var byName = first(
                criteria.instead(beginning.get(), beginning.get().ofName()),
                order,
                back,
                beyond,
                order.leadsWith(UserOrder.Column.NAME),
                bindings);
        var byEmail = first(
                criteria.instead(beginning.get(), beginning.get().ofEmailAlone()),
                order,
                back,
                beyond,
                order.leadsWith(UserOrder.Column.EMAIL),
                bindings);
        return "((%s) union all (%s)) found".formatted(byName, byEmail);
    }

    /** The first of those that match; unless they are found in their order, all are found before they are put in order. */
    private static String first(
            UserCriteria criteria,
            UserOrder order,
            boolean back,
            String beyond,
            boolean areFoundInOrder,
            Bindings bindings) {
        var all = "select u.account, u.id, %s from users u where %s and %s"
                .formatted(order.columns(), matches(criteria, bindings), beyond);
        return areFoundInOrder
                ? "%s order by %s limit :limit".formatted(all, order.orderBy(back))
                : "select * from (%s offset 0) whole order by %s limit :limit".formatted(all, order.orderBy(back));
    }

    /** How many match, counting no further than the most. */
    long count(UserCriteria criteria, int most) {
        planBySearchedValues();
        var bindings = new Bindings();
        var sql = """
                select count(*) from (select 1 from users u where %s limit :most) counted
                """.formatted(matches(criteria, bindings));
        return asked(sql, criteria, bindings)
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /** The ids of those that match, in their order, no more than the most. */
    List<UserId> ids(UserCriteria criteria, int most) {
        planBySearchedValues();
        var bindings = new Bindings();
        var sql = """
                select u.id from users u where %s order by u.id limit :most
                """.formatted(matches(criteria, bindings));
        return asked(sql, criteria, bindings).param("most", most).query(UUID.class).list().stream()
                .map(UserId::new)
                .toList();
    }

    /**
     * Until the transaction ends: every search is planned for what it searches, since a plan that fits all searches fits
     * none; and by the account's index, since the table holds the rows of other accounts too.
     */
    private void planBySearchedValues() {
        jdbc.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true),
                    set_config('jit', 'off', true)
                """).query().singleRow();
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

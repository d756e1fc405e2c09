package io.bailiwick.users;

import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.UserId;
import io.bailiwick.tokens.SortOrder;
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

    /** Accounts up to this size are read whole rather than thought about. */
    private static final int FEW = 10_000;

    /** How many rows are looked at along the order before all who match are looked up. */
    private static final int WALK = 10_000;

    /** One more than is counted: whoever counts so many knows no more than that there are more. */
    private static final int BEYOND = Page.COUNTED + 1;

    private final JdbcClient jdbc;
    private final SearchBounds bounds;
    private final SearchStandings standings;

    UserListStore(JdbcClient jdbc, SearchBounds bounds, SearchStandings standings) {
        this.jdbc = jdbc;
        this.bounds = bounds;
        this.standings = standings;
    }

    /** A user with the sort keys of the row as texts. */
    record Row(User user, List<@Nullable String> keys) {}

    /** Rows, and how many match in all where finding the rows has told it. */
    record Found(List<Row> rows, @Nullable Long matching) {}

    /**
     * The first rows that match.
     *
     * <p>Up to 10,000 who match are looked up by what they match, and put in order; looking them up counts them. When there
     * are more, one of a hundred in a million matches, and the page is full soon when one walks along the order. Only when
     * all of them stand at its far end are they looked up and put in order, however many they are. How many match is known
     * beforehand where the standings tell it, and is counted first where an index tells it without the rows.
     *
     * @param back whether those before the keys are wanted, nearest first
     * @param keys the sort keys beyond which to look, or null to begin at the end of the list
     * @param among how many there are to look among
     */
    Found find(
            UserCriteria criteria,
            SortOrder order,
            boolean back,
            @Nullable List<@Nullable String> keys,
            int limit,
            long among) {
        var asked = new Asked(criteria, order, back, keys, limit);
        return bounds.within(() -> find(asked, among));
    }

    private Found find(Asked asked, long among) {
        var criteria = asked.criteria();
        if (criteria.isEverybody() && criteria.sight() == null) {
            return new Found(firstOf(asked, bindings -> found(asked, bindings)), null);
        }
        if (among <= FEW) {
            return gathered(asked, BEYOND).found();
        }
        var narrowed = standings.narrowed(criteria);
        var narrow = asked.of(narrowed.criteria());
        if (criteria.beginning().isPresent()) {
            return beginning(narrow);
        }
        if (narrowed.matching() == null && criteria.hasText()) {
            var gathered = gathered(narrow, BEYOND);
            return gathered.isOver() ? beyond(narrow, gathered.matching()) : gathered.found();
        }
        var matching = narrowed.matching() == null ? counted(narrow.criteria(), BEYOND) : narrowed.matching();
        return matching < BEYOND ? gathered(narrow, BEYOND).found() : beyond(narrow, matching);
    }

    /** A page of more than are counted. */
    private Found beyond(Asked asked, long matching) {
        var near = firstOf(asked, bindings -> near(asked, bindings));
        return new Found(
                near.size() == asked.limit()
                        ? near
                        : gathered(asked, Integer.MAX_VALUE).rows(),
                matching);
    }

    /** A page of those whose name or address begins with something. */
    private Found beginning(Asked asked) {
        if (!asked.isByText()) {
            var matching = counted(asked.criteria(), BEYOND);
            var near = matching < BEYOND ? List.<Row>of() : firstOf(asked, bindings -> near(asked, bindings));
            if (near.size() == asked.limit()) {
                return new Found(near, matching);
            }
        }
        return new Found(firstOf(asked, bindings -> found(asked, bindings)), null);
    }

    /** A page that is asked for. */
    private record Asked(
            UserCriteria criteria,
            SortOrder order,
            boolean back,
            @Nullable List<@Nullable String> keys,
            int limit) {
        String beyond() {
            return keys == null ? "true" : order.beyond(back);
        }

        String orderBy() {
            return order.orderBy(back);
        }

        /** Whether the order begins with what is looked up by its beginning. */
        boolean isByText() {
            return order.leadsWith(UserOrder.NAME) || order.leadsWith(UserOrder.EMAIL);
        }

        Asked of(UserCriteria others) {
            return new Asked(others, order, back, keys, limit);
        }
    }

    /** Rows that were looked up, unless more match than were wanted; how many do, and whether they are more. */
    private record Gathered(List<Row> rows, long matching, boolean isOver) {
        Found found() {
            return new Found(rows, matching);
        }
    }

    private List<Row> firstOf(Asked asked, Function<Bindings, String> found) {
        var bindings = new Bindings();
        var rows = new UserRows(asked.criteria().sight());
        return asked(
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
                """.formatted(
                                asked.order().keyTexts(), asked.orderBy(), found.apply(bindings), asked.orderBy()),
                        asked,
                        bindings)
                .query((row, number) -> new Row(rows.mapRow(row, number), keys(row)))
                .list();
    }

    /** The page out of all that match, if there are fewer than the most. */
    private Gathered gathered(Asked asked, int most) {
        var bindings = new Bindings();
        var mapper = new UserRows(asked.criteria().sight());
        var rows = new ArrayList<Row>();
        var matching = new AtomicLong();
        asked(
                        """
                with matched as materialized (
                    select u.account, u.id, %s from users u where %s limit :most
                ), total as (
                    select count(*) as matching from matched
                ), page as (
                    select account, id, array[%s] as keys, row_number() over (order by %s) as place
                    from matched
                    where (select matching from total) < :most and %s
                    order by %s
                    limit :limit
                )
                select d.*, page.keys, total.matching
                from total left join (
                    page join users_shown d on d.account = page.account and d.id = page.id
                ) on true
                order by page.place
                """.formatted(
                                        asked.order().columns(),
                                        matches(asked.criteria(), bindings),
                                        asked.order().keyTexts(),
                                        asked.orderBy(),
                                        asked.beyond(),
                                        asked.orderBy()),
                        asked,
                        bindings)
                .param("most", most)
                .query((ResultSet row) -> {
                    matching.set(row.getLong("matching"));
                    if (row.getObject("id") != null) {
                        rows.add(new Row(mapper.mapRow(row, rows.size()), keys(row)));
                    }
                });
        return new Gathered(rows, matching.get(), matching.get() == most);
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
                asked, asked.criteria().instead(beginning.get(), beginning.get().ofName()), UserOrder.NAME, bindings);
        var byEmail = first(
                asked,
                asked.criteria().instead(beginning.get(), beginning.get().ofEmailAlone()),
                UserOrder.EMAIL,
                bindings);
        return "((%s) union all (%s)) found".formatted(byName, byEmail);
    }

    /** The first of those that match; unless they are found in their order, all are found before they are put in order. */
    private static String first(Asked asked, UserCriteria criteria, SortOrder.Field by, Bindings bindings) {
        var all = "select u.account, u.id, %s from users u where %s and %s"
                .formatted(asked.order().columns(), matches(criteria, bindings), asked.beyond());
        return asked.order().leadsWith(by)
                ? "%s order by %s limit :limit".formatted(all, asked.orderBy())
                : "select * from (%s offset 0) whole order by %s limit :limit".formatted(all, asked.orderBy());
    }

    /** How many match, counting no further than the most. */
    long count(UserCriteria criteria, int most) {
        return bounds.within(() -> counted(criteria, most));
    }

    private long counted(UserCriteria criteria, int most) {
        var bindings = new Bindings();
        var sql = """
                select count(*) from (select 1 from (%s) matched limit :most) counted
                """.formatted(criteria.beginning()
                .map(beginning -> "(%s) union all (%s)"
                        .formatted(
                                each(criteria.instead(beginning, beginning.ofName()), bindings),
                                each(criteria.instead(beginning, beginning.ofEmailAlone()), bindings)))
                .orElseGet(() -> each(criteria, bindings)));
        return asked(sql, criteria, bindings)
                .param("most", most)
                .query(Long.class)
                .single();
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

    private StatementSpec asked(String sql, Asked asked, Bindings bindings) {
        return asked(sql, asked.criteria(), bindings)
                .params(bounds(asked.keys()))
                .param("limit", asked.limit());
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

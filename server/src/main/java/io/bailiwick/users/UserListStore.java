package io.bailiwick.users;

import io.bailiwick.model.Role;
import io.bailiwick.model.UserStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of users, many at a time. Runs in a transaction, whose planner it sets. */
@Component
class UserListStore {
    /**
     * One condition for each criterion. A criterion that is null is folded away when the statement is planned with its
     * values, as every search is.
     */
    private static final String MATCHES = """
            u.account = :account
                and (:sight::uuid is null or u.reseller = :sight)
                and (:text::text is null or u.search like lower(:text collate pg_c_utf8))
                and (:textStart::text is null
                    or u.name_key like lower(:textStart collate pg_c_utf8)
                    or u.email_key like lower(:textStart collate pg_c_utf8))
                and (:email::text is null
                    or u.search like lower(:email collate pg_c_utf8)
                    and u.email_key like lower(:email collate pg_c_utf8))
                and (:emailStart::text is null or u.email_key like lower(:emailStart collate pg_c_utf8))
                and (:name::text is null
                    or u.search like lower(:name collate pg_c_utf8)
                    and u.name_key like lower(:name collate pg_c_utf8))
                and (:nameStart::text is null or u.name_key like lower(:nameStart collate pg_c_utf8))
                and (:status::text is null or u.status = :status)
                and (:role::text is null or u.role = :role)
                and (:groups::uuid[] is null or u.id in (
                    select m.user_id from memberships m
                    where m.account = :account and m.group_id = any(:groups)))
                and (:partners::uuid[] is null or u.id in (
                    select s.user_id from user_partners s
                    where s.account = :account and s.partner = any(:partners)))
                and (:resellers::uuid[] is null or u.reseller = any(:resellers))
            """;

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
        var sql = """
                with page as (
                    select u.account, u.id, array[%s] as keys, row_number() over (order by %s) as place
                    from users u
                    where %s and %s
                    order by %s
                    limit :limit
                )
                select d.*, page.keys
                from page join user_details d on d.account = page.account and d.id = page.id
                order by page.place
                """.formatted(
                        order.keyTexts(),
                        order.orderBy(back),
                        MATCHES,
                        keys == null ? "true" : order.beyond(back),
                        order.orderBy(back));
        var rows = new UserRows(criteria.sight());
        return jdbc.sql(sql)
                .params(parameters(criteria))
                .params(bounds(keys))
                .param("limit", limit)
                .query((row, number) -> new Row(rows.mapRow(row, number), keys(row)))
                .list();
    }

    /** How many match, counting no further than the most. */
    long count(UserCriteria criteria, int most) {
        planBySearchedValues();
        return jdbc.sql("""
                select count(*) from (select 1 from users u where %s limit :most) counted
                """.formatted(MATCHES))
                .params(parameters(criteria))
                .param("most", most)
                .query(Long.class)
                .single();
    }

    /**
     * Until the transaction ends: every search is planned for what it searches, since a plan that fits all searches fits
     * none; and by the account's index, since the table holds the rows of other accounts too.
     */
    private void planBySearchedValues() {
        jdbc.sql("""
                select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)
                """).query().singleRow();
    }

    private static Map<String, @Nullable Object> parameters(UserCriteria criteria) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("account", criteria.account().value());
        parameters.put("sight", criteria.sight());
        parameters.put("text", criteria.text().anywhere());
        parameters.put("textStart", criteria.text().beginning());
        parameters.put("email", criteria.email().anywhere());
        parameters.put("emailStart", criteria.email().beginning());
        parameters.put("name", criteria.name().anywhere());
        parameters.put("nameStart", criteria.name().beginning());
        parameters.put("status", word(criteria.status()));
        parameters.put("role", word(criteria.role()));
        parameters.put("groups", array(criteria.groups()));
        parameters.put("partners", array(criteria.partners()));
        parameters.put("resellers", array(criteria.resellers()));
        return parameters;
    }

    private static Map<String, @Nullable Object> bounds(@Nullable List<@Nullable String> keys) {
        var bounds = new HashMap<String, @Nullable Object>();
        for (int place = 0; keys != null && place < keys.size(); place++) {
            bounds.put("key" + place, keys.get(place));
        }
        return bounds;
    }

    private static @Nullable String word(@Nullable UserStatus status) {
        return status == null ? null : status.word();
    }

    private static @Nullable String word(@Nullable Role role) {
        return role == null ? null : role.word();
    }

    private static UUID @Nullable [] array(@Nullable List<UUID> ids) {
        return ids == null ? null : ids.toArray(UUID[]::new);
    }

    private static List<@Nullable String> keys(ResultSet row) throws SQLException {
        return new ArrayList<>(Arrays.asList((String[]) row.getArray("keys").getArray()));
    }
}

package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.groups.Group.Rule;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GroupStore {
    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which stretch of the list is read.
     *
     * @param field `name` or `createdAt`
     * @param up whether ascending
     * @param after the sort key of the row before it; null at the beginning
     */
    record Stretch(
            String field, boolean up, int limit, @Nullable String after) {}

    void insert(AccountId account, Group group) {
        jdbc.sql("""
                insert into groups (account, id, name, mode, default_access)
                values (:account, :id, :name, :mode, :access)
                """)
                .param("account", account.value())
                .param("id", group.id().value())
                .param("name", group.name())
                .param("mode", group.mode().word())
                .param("access", group.defaultAccess().mask())
                .update();
        insertRules(account, group);
    }

    void update(AccountId account, Group group) {
        jdbc.sql("""
                update groups set name = :name, mode = :mode, default_access = :access, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", group.id().value())
                .param("name", group.name())
                .param("mode", group.mode().word())
                .param("access", group.defaultAccess().mask())
                .update();
        jdbc.sql("delete from rules where account = :account and group_id = :id")
                .param("account", account.value())
                .param("id", group.id().value())
                .update();
        insertRules(account, group);
    }

    void delete(AccountId account, GroupId id) {
        jdbc.sql("delete from groups where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id.value())
                .update();
    }

    Optional<Group> find(AccountId account, GroupId id) {
        return find(account, List.of(id)).stream().findFirst();
    }

    /** Those that are there, by name. */
    List<Group> find(AccountId account, Collection<GroupId> ids) {
        return withRules(
                account,
                jdbc.sql("""
                select id, name, mode, default_access, created_at, version from groups
                where account = :account and id = any(:ids)
                order by name_key
                """)
                        .param("account", account.value())
                        .param("ids", values(ids))
                        .query(GroupStore::group)
                        .list());
    }

    /** The groups with rules on any of these areas, by name. */
    List<Group> naming(AccountId account, Collection<AreaId> areas) {
        return withRules(
                account,
                jdbc.sql("""
                select id, name, mode, default_access, created_at, version from groups
                where account = :account
                    and id in (select group_id from rules where account = :account and area = any(:areas))
                order by name_key
                """)
                        .param("account", account.value())
                        .param("areas", areas.stream().map(AreaId::value).toArray(UUID[]::new))
                        .query(GroupStore::group)
                        .list());
    }

    boolean isTaken(AccountId account, String name, GroupId by) {
        return jdbc.sql("""
                select count(*) from groups where account = :account and name_key = lower(:name) and id <> :id
                """)
                        .param("account", account.value())
                        .param("name", name)
                        .param("id", by.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** One more than the stretch's limit when there are more. */
    List<Group> list(AccountId account, String q, Stretch stretch) {
        return withRules(
                account,
                jdbc.sql("""
                select id, name, mode, default_access, created_at, version
                from (
                    select *, case :field when 'name' then name_key else id::text end as key
                    from groups
                    where account = :account
                ) g
                where (:q = '%%' or name_key like lower(:q))
                    and (:after::text is null or not :up or key > :after)
                    and (:after::text is null or :up or key < :after)
                order by case when :up then key end, case when not :up then key end desc
                limit :limit
                """)
                        .param("account", account.value())
                        .param("q", anywhere(q))
                        .param("field", stretch.field())
                        .param("up", stretch.up())
                        .param("after", stretch.after())
                        .param("limit", stretch.limit() + 1)
                        .query(GroupStore::group)
                        .list());
    }

    /** The sort key of a group as the database compares it. */
    String key(AccountId account, GroupId id, String field) {
        return jdbc.sql("""
                select case :field when 'name' then name_key else id::text end from groups
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id.value())
                .param("field", field)
                .query(String.class)
                .single();
    }

    /** How many match, counted up to one more than a page's total says exactly. */
    long count(AccountId account, String q) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from groups where account = :account and (:q = '%%' or name_key like lower(:q))
                    limit :most
                ) matches
                """)
                .param("account", account.value())
                .param("q", anywhere(q))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    private void insertRules(AccountId account, Group group) {
        var rules = group.rules();
        jdbc.sql("""
                insert into rules (account, group_id, area, effect, access, position)
                select :account, :id, area, effect, access, position
                from unnest(:areas::uuid[], :effects::text[], :accesses::smallint[])
                    with ordinality as written (area, effect, access, position)
                """)
                .param("account", account.value())
                .param("id", group.id().value())
                .param("areas", rules.stream().map(rule -> rule.area().value()).toArray(UUID[]::new))
                .param(
                        "effects",
                        rules.stream().map(rule -> rule.effect().word()).toArray(String[]::new))
                .param(
                        "accesses",
                        rules.stream().map(rule -> rule.access().mask()).toArray(Integer[]::new))
                .update();
    }

    private List<Group> withRules(AccountId account, List<Group> groups) {
        var rules = new HashMap<GroupId, List<Rule>>();
        jdbc.sql("""
                select group_id, area, effect, access from rules
                where account = :account and group_id = any(:groups)
                order by group_id, position
                """)
                .param("account", account.value())
                .param("groups", values(groups.stream().map(Group::id).toList()))
                .query(row -> {
                    rules.computeIfAbsent(new GroupId(row.getObject("group_id", UUID.class)), key -> new ArrayList<>())
                            .add(rule(row));
                });
        return groups.stream().map(group -> withRules(group, rules)).toList();
    }

    private static Group withRules(Group group, Map<GroupId, List<Rule>> rules) {
        return new Group(
                group.id(),
                group.name(),
                group.mode(),
                group.defaultAccess(),
                rules.getOrDefault(group.id(), List.of()),
                group.createdAt(),
                group.version());
    }

    private static Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                new AreaId(row.getObject("area", UUID.class)),
                Effect.of(row.getString("effect")).orElseThrow(),
                Access.ofMask(row.getInt("access")));
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                new GroupId(row.getObject("id", UUID.class)),
                row.getString("name"),
                GroupMode.of(row.getString("mode")).orElseThrow(),
                Access.ofMask(row.getInt("default_access")),
                List.of(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static UUID[] values(Collection<GroupId> ids) {
        return ids.stream().map(GroupId::value).toArray(UUID[]::new);
    }

    private static String anywhere(String typed) {
        return "%" + typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}

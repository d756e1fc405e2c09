package io.bailiwick.groups;

import io.bailiwick.areas.AreaId;
import io.bailiwick.groups.Group.Rule;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.model.Access;
import io.bailiwick.model.Effect;
import io.bailiwick.model.GroupMode;
import io.bailiwick.tokens.Keyset;
import io.bailiwick.tokens.Keyset.Row;
import io.bailiwick.tokens.Like;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class GroupStore {
    private final JdbcClient jdbc;

    GroupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

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

    /** One row more than the page's limit when there are more, still without their rules. */
    List<Row<Group>> list(AccountId account, String q, Keyset keyset) {
        return jdbc.sql(keyset.stretch("""
                select id, name, mode, default_access, created_at, version, name_key
                from groups
                where account = :account and (:q = '%%' or name_key like lower(:q))
                """))
                .param("account", account.value())
                .param("q", Like.anywhere(q))
                .params(keyset.parameters())
                .query((row, number) -> Row.of(group(row, number), row))
                .list();
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
                .param("q", Like.anywhere(q))
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

    /** The same groups with their rules. */
    List<Group> withRules(AccountId account, List<Group> groups) {
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
}

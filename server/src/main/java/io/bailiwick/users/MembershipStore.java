package io.bailiwick.users;

import io.bailiwick.groups.GroupId;
import io.bailiwick.groups.Members.Member;
import io.bailiwick.guard.Entitlement;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.DataAccess;
import io.bailiwick.model.Permission;
import io.bailiwick.model.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which group, seen from the group. */
@Component
class MembershipStore {
    private final JdbcClient jdbc;

    MembershipStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<GroupId, Long> counts(AccountId account, Collection<GroupId> groups, @Nullable UUID sight) {
        var counts = new LinkedHashMap<GroupId, Long>();
        jdbc.sql("""
                select m.group_id, count(*) as total
                from memberships m
                join users u on u.account = m.account and u.id = m.user_id
                where m.account = :account and m.group_id = any(:groups)
                    and (:sight::uuid is null or u.reseller = :sight)
                group by m.group_id
                """)
                .param("account", account.value())
                .param("groups", groups.stream().map(GroupId::value).toArray(UUID[]::new))
                .param("sight", sight)
                .query((ResultSet row) -> {
                    counts.put(new GroupId(row.getObject("group_id", UUID.class)), row.getLong("total"));
                });
        return counts;
    }

    List<Member> first(AccountId account, GroupId group, @Nullable UUID sight, int limit) {
        return jdbc.sql("""
                select u.id, u.name, u.email
                from memberships m
                join users u on u.account = m.account and u.id = m.user_id
                where m.account = :account and m.group_id = :group and (:sight::uuid is null or u.reseller = :sight)
                order by u.name_key, u.id
                limit :limit
                """)
                .param("account", account.value())
                .param("group", group.value())
                .param("sight", sight)
                .param("limit", limit)
                .query(MembershipStore::member)
                .list();
    }

    Map<GroupId, Long> others(AccountId account, GroupId group, @Nullable UUID sight) {
        var counts = new LinkedHashMap<GroupId, Long>();
        jdbc.sql("""
                select o.group_id, count(*) as total
                from memberships m
                join memberships o on o.account = m.account and o.user_id = m.user_id and o.group_id <> m.group_id
                join users u on u.account = m.account and u.id = m.user_id
                where m.account = :account and m.group_id = :group and (:sight::uuid is null or u.reseller = :sight)
                group by o.group_id
                """)
                .param("account", account.value())
                .param("group", group.value())
                .param("sight", sight)
                .query((ResultSet row) -> {
                    counts.put(new GroupId(row.getObject("group_id", UUID.class)), row.getLong("total"));
                });
        return counts;
    }

    boolean isIn(AccountId account, UserId user, GroupId group) {
        return jdbc.sql("""
                select exists (
                    select 1 from memberships where account = :account and user_id = :user and group_id = :group
                )
                """)
                .param("account", account.value())
                .param("user", user.value())
                .param("group", group.value())
                .query(Boolean.class)
                .single();
    }

    List<Entitlement> entitlements(AccountId account, GroupId group) {
        return jdbc.sql("""
                select distinct u.role, u.permissions, u.groups, u.reseller, u.data_access, u.partners
                from memberships m
                join users_for_decisions u on u.account = m.account and u.id = m.user_id
                where m.account = :account and m.group_id = :group
                """)
                .param("account", account.value())
                .param("group", group.value())
                .query(MembershipStore::entitlement)
                .list();
    }

    /** How many users are in this group alone; how many of them have a reseller. */
    record Alone(long total, long withReseller) {}

    Alone alone(AccountId account, GroupId group) {
        return jdbc.sql("""
                select count(*) as total, count(u.reseller) as with_reseller
                from memberships m
                join users u on u.account = m.account and u.id = m.user_id
                where m.account = :account and m.group_id = :group and not exists (
                    select 1 from memberships o
                    where o.account = :account and o.user_id = m.user_id and o.group_id <> :group
                )
                """)
                .param("account", account.value())
                .param("group", group.value())
                .query((row, number) -> new Alone(row.getLong("total"), row.getLong("with_reseller")))
                .single();
    }

    List<Member> firstAlone(AccountId account, GroupId group, int limit) {
        return jdbc.sql("""
                select u.id, u.name, u.email
                from memberships m
                join users u on u.account = m.account and u.id = m.user_id
                where m.account = :account and m.group_id = :group and not exists (
                    select 1 from memberships o
                    where o.account = :account and o.user_id = m.user_id and o.group_id <> :group
                )
                order by u.name_key, u.id
                limit :limit
                """)
                .param("account", account.value())
                .param("group", group.value())
                .param("limit", limit)
                .query(MembershipStore::member)
                .list();
    }

    /** A member with the groups that he is in. */
    record Placed(UserId id, String email, List<String> groups) {}

    List<Placed> placed(AccountId account, Collection<UserId> users) {
        return jdbc.sql("""
                select u.id, u.email, array(
                    select m.group_id::text from memberships m
                    where m.account = u.account and m.user_id = u.id order by m.group_id
                ) as groups
                from users u where u.account = :account and u.id = any(:users) order by u.id
                """)
                .param("account", account.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .query((row, number) -> new Placed(
                        new UserId(row.getObject("id", UUID.class)), row.getString("email"), Arrays.asList((String[])
                                row.getArray("groups").getArray())))
                .list();
    }

    List<UserId> members(AccountId account, GroupId group) {
        return jdbc
                .sql("select user_id from memberships where account = :account and group_id = :group")
                .param("account", account.value())
                .param("group", group.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(UserId::new)
                .toList();
    }

    void add(AccountId account, Collection<UserId> users, GroupId group) {
        jdbc.sql("""
                insert into memberships (account, user_id, group_id)
                select :account, member, :group from unnest(:users::uuid[]) as member
                on conflict do nothing
                """)
                .param("account", account.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .param("group", group.value())
                .update();
    }

    void empty(AccountId account, GroupId group) {
        jdbc.sql("delete from memberships where account = :account and group_id = :group")
                .param("account", account.value())
                .param("group", group.value())
                .update();
    }

    /** Whoever was moved is another version now. */
    void touch(AccountId account, Collection<UserId> users) {
        jdbc.sql("update users set version = version + 1 where account = :account and id = any(:users)")
                .param("account", account.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .update();
    }

    private static Member member(ResultSet row, int number) throws SQLException {
        return new Member(new UserId(row.getObject("id", UUID.class)), row.getString("name"), row.getString("email"));
    }

    private static Entitlement entitlement(ResultSet row, int number) throws SQLException {
        var permissions = Arrays.stream((String[]) row.getArray("permissions").getArray())
                .map(word -> Permission.of(word).orElseThrow())
                .collect(Collectors.toSet());
        var partners = Set.of((UUID[]) row.getArray("partners").getArray());
        return new Entitlement(
                Role.of(row.getString("role")).orElseThrow(),
                permissions,
                Set.of((UUID[]) row.getArray("groups").getArray()),
                row.getObject("reseller", UUID.class),
                row.getString("data_access").equals("all") ? DataAccess.ALL : DataAccess.of(partners));
    }
}

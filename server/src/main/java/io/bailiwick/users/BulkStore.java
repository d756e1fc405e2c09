package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.DataAccess;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes many users in a few statements, however many they are. */
@Component
class BulkStore {
    private final JdbcClient jdbc;

    BulkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of the users who are there and in sight. */
    Map<UserId, User> load(AccountId account, Collection<UserId> users, @Nullable UUID sight) {
        return jdbc
                .sql("""
                select * from users_shown
                where account = :account and id = any(:users) and (:sight::uuid is null or reseller = :sight)
                """)
                .param("account", account.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .param("sight", sight)
                .query(new UserRows(sight))
                .list()
                .stream()
                .collect(Collectors.toMap(User::id, user -> user));
    }

    /** How many of these users are in each group that any of them is in. */
    Map<UUID, Long> groups(AccountId account, Collection<UserId> users) {
        var counts = new LinkedHashMap<UUID, Long>();
        jdbc.sql("""
                select group_id, count(*) as members from memberships
                where account = :account and user_id = any(:users) group by group_id
                """)
                .param("account", account.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    counts.put(row.getObject("group_id", UUID.class), row.getLong("members"));
                });
        return counts;
    }

    void delete(AccountId account, Collection<UserId> users) {
        jdbc.sql("delete from users where account = :account and id = any(:users)")
                .param("account", account.value())
                .param("users", users.stream().map(UserId::value).toArray(UUID[]::new))
                .update();
    }

    /** Makes of every user what he is to be, as far as many can be changed at once. */
    void write(AccountId account, List<Step> steps) {
        jdbc.sql("""
                update users u
                set role = wanted.role, status = wanted.status, data_access = wanted.data_access,
                    permissions = string_to_array(wanted.permissions, ','), version = u.version + 1
                from unnest(:users::uuid[], :roles::text[], :states::text[], :data::text[], :permissions::text[])
                    as wanted (id, role, status, data_access, permissions)
                where u.account = :account and u.id = wanted.id
                """)
                .param("account", account.value())
                .param("users", texts(steps, step -> step.user().id().value()).toArray(UUID[]::new))
                .param("roles", texts(steps, step -> step.draft().role().word()).toArray(String[]::new))
                .param(
                        "states",
                        texts(steps, step -> step.draft().status().word()).toArray(String[]::new))
                .param(
                        "data",
                        texts(steps, step -> step.draft().dataAccess().mode()).toArray(String[]::new))
                .param(
                        "permissions",
                        texts(
                                        steps,
                                        step -> String.join(
                                                ",", Words.of(step.draft().permissions())))
                                .toArray(String[]::new))
                .update();
        writeTies(account, steps);
    }

    private void writeTies(AccountId account, List<Step> steps) {
        var memberships = new Difference();
        var partners = new Difference();
        for (var step : steps) {
            var before = step.user().entitlement();
            memberships.add(step.user().id(), before.groups(), step.draft().groups());
            partners.add(
                    step.user().id(),
                    selected(before.dataAccess()),
                    selected(step.draft().dataAccess()));
        }
        jdbc.sql("""
                delete from memberships m using unnest(:users::uuid[], :ties::uuid[]) as gone (id, tie)
                where m.account = :account and m.user_id = gone.id and m.group_id = gone.tie
                """)
                .param("account", account.value())
                .params(memberships.removed.arrays())
                .update();
        jdbc.sql("""
                insert into memberships (account, user_id, group_id)
                select :account, id, tie from unnest(:users::uuid[], :ties::uuid[]) as new (id, tie)
                on conflict do nothing
                """)
                .param("account", account.value())
                .params(memberships.added.arrays())
                .update();
        jdbc.sql("""
                delete from user_partners s using unnest(:users::uuid[], :ties::uuid[]) as gone (id, tie)
                where s.account = :account and s.user_id = gone.id and s.partner = gone.tie
                """)
                .param("account", account.value())
                .params(partners.removed.arrays())
                .update();
        jdbc.sql("""
                insert into user_partners (account, user_id, partner)
                select :account, id, tie from unnest(:users::uuid[], :ties::uuid[]) as new (id, tie)
                on conflict do nothing
                """)
                .param("account", account.value())
                .params(partners.added.arrays())
                .update();
    }

    private static Set<UUID> selected(DataAccess data) {
        return data instanceof DataAccess.Selected some ? some.partners() : Set.of();
    }

    private static <T> List<T> texts(List<Step> steps, Function<Step, T> each) {
        return steps.stream().map(each).toList();
    }

    /** Which ties come and which go. */
    private static final class Difference {
        private final Pairs removed = new Pairs();
        private final Pairs added = new Pairs();

        void add(UserId user, Set<UUID> before, Set<UUID> after) {
            removed.add(user, before, after);
            added.add(user, after, before);
        }
    }

    /** Users and what each is tied to, place by place. */
    private static final class Pairs {
        private final List<UUID> users = new ArrayList<>();
        private final List<UUID> ties = new ArrayList<>();

        void add(UserId user, Set<UUID> these, Set<UUID> butNotThose) {
            var rest = new HashSet<>(these);
            rest.removeAll(butNotThose);
            rest.forEach(tie -> {
                users.add(user.value());
                ties.add(tie);
            });
        }

        Map<String, Object> arrays() {
            return Map.of("users", users.toArray(UUID[]::new), "ties", ties.toArray(UUID[]::new));
        }
    }
}

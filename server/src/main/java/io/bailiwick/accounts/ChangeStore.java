package io.bailiwick.accounts;

import io.bailiwick.accounts.Changes.Reached;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Change.Reach;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

@Component
class ChangeStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    ChangeStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Revision lock(AccountId account) {
        return new Revision(jdbc.sql("""
                select revision from accounts where id = :account for no key update
                """)
                .param("account", account.value())
                .query(Long.class)
                .single());
    }

    Revision advance(AccountId account) {
        return new Revision(jdbc.sql("""
                update accounts set revision = revision + 1 where id = :account returning revision
                """)
                .param("account", account.value())
                .query(Long.class)
                .single());
    }

    Revision newest(AccountId account) {
        return new Revision(jdbc.sql("""
                select revision from accounts where id = :account
                """)
                .param("account", account.value())
                .query(Long.class)
                .single());
    }

    Map<AccountId, Revision> newest(Collection<AccountId> accounts) {
        return jdbc
                .sql("select id, revision from accounts where id = any(:accounts)")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new AccountId(row.getObject("id", UUID.class)), new Revision(row.getLong("revision"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void insert(UUID id, Actor actor, Change change, Revision revision) {
        var user = actor.user();
        jdbc.sql("""
                insert into changes (account, revision, id, kind, actor, actor_name, address, reach, users, items)
                values (:account, :revision, :id, :kind, :actor, :actorName, :address, :reach, :users, :items::jsonb)
                """)
                .param("account", actor.account().value())
                .param("revision", revision.number())
                .param("id", id)
                .param("kind", change.kind())
                .param("actor", user == null ? null : user.value())
                .param("actorName", actor.name())
                .param("address", actor.address())
                .param("reach", word(change.reach()))
                .param("users", users(change.reach()))
                .param("items", json.writeValueAsString(change.items()))
                .update();
        announce(actor.account());
    }

    void announce(AccountId account) {
        jdbc.sql("select pg_notify('bailiwick_changes', :account)")
                .param("account", account.toString())
                .query()
                .singleValue();
    }

    List<Reached> since(AccountId account, Revision revision) {
        return jdbc.sql("""
                select revision, reach, users from changes
                where account = :account and revision > :revision
                order by revision
                """)
                .param("account", account.value())
                .param("revision", revision.number())
                .query(ChangeStore::reached)
                .list();
    }

    /** Who changed a thing last; newest first the primary key finds soon what was changed a moment ago. */
    Last last(AccountId account, UUID item) {
        return jdbc.sql("""
                select actor, actor_name, at from changes
                where account = :account and items @> jsonb_build_array(jsonb_build_object('id', :item::text))
                order by revision desc limit 1
                """)
                .param("account", account.value())
                .param("item", item)
                .query(ChangeStore::last)
                .single();
    }

    private static Last last(ResultSet row, int number) throws SQLException {
        var by = row.getObject("actor", UUID.class);
        return new Last(
                by == null ? null : new UserId(by),
                row.getString("actor_name"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    /**
     * Who changed something, and when.
     *
     * @param by null when it was the server itself
     */
    record Last(@Nullable UserId by, String actor, Instant at) {}

    private static String word(Reach reach) {
        return switch (reach) {
            case Reach.Policy policy -> "policy";
            case Reach.Users users -> "users";
            case Reach.Nobody nobody -> "nobody";
        };
    }

    private static UUID[] users(Reach reach) {
        return reach instanceof Reach.Users some
                ? some.users().stream().map(UserId::value).toArray(UUID[]::new)
                : new UUID[0];
    }

    private static Reached reached(ResultSet row, int number) throws SQLException {
        var users = (UUID[]) row.getArray("users").getArray();
        var reach = switch (row.getString("reach")) {
            case "policy" -> new Reach.Policy();
            case "nobody" -> new Reach.Nobody();
            default -> new Reach.Users(Arrays.stream(users).map(UserId::new).collect(Collectors.toSet()));
        };
        return new Reached(new Revision(row.getLong("revision")), reach);
    }
}

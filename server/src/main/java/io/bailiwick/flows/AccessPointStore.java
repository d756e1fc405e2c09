package io.bailiwick.flows;

import io.bailiwick.flows.Listing.After;
import io.bailiwick.flows.Listing.Row;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.tokens.Like;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class AccessPointStore {
    private final JdbcClient jdbc;

    AccessPointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Whom a sender names, as it is now.
     *
     * @param generation what the account's engine was last restarted with
     */
    record Lock(UUID id, byte[] hash, long generation) {}

    /** @param hash that of its secret; null for one that watches a folder */
    void insert(AccountId account, AccessPoint point, byte @Nullable [] hash) {
        jdbc.sql("""
                insert into access_points (account, id, key, name, folder, secret_hash)
                values (:account, :id, :key, :name, :folder, :hash)
                """)
                .param("account", account.value())
                .param("id", point.id())
                .param("key", point.key())
                .param("name", point.name())
                .param("folder", point.folder())
                .param("hash", hash)
                .update();
    }

    void update(AccountId account, AccessPoint point) {
        jdbc.sql("""
                update access_points set key = :key, name = :name, folder = :folder, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", point.id())
                .param("key", point.key())
                .param("name", point.name())
                .param("folder", point.folder())
                .update();
    }

    void change(AccountId account, UUID id, byte[] hash) {
        jdbc.sql("""
                update access_points set secret_hash = :hash, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", id)
                .param("hash", hash)
                .update();
    }

    void delete(AccountId account, UUID id) {
        jdbc.sql("delete from access_points where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id)
                .update();
    }

    /** By the hash of the secret alone, whatever the point is called meanwhile. */
    Optional<Lock> lock(AccountId account, byte[] hash) {
        return jdbc.sql("""
                select p.id, p.secret_hash, coalesce(e.generation, 0) as generation
                from access_points p left join engines e on e.account = p.account
                where p.account = :account and p.secret_hash = :hash
                """)
                .param("account", account.value())
                .param("hash", hash)
                .query((row, number) -> new Lock(
                        row.getObject("id", UUID.class), row.getBytes("secret_hash"), row.getLong("generation")))
                .optional();
    }

    Optional<AccessPoint> find(AccountId account, String idOrKey) {
        return jdbc.sql("select * from access_points where account = :account and (key = :key or id = :id)")
                .param("account", account.value())
                .param("key", idOrKey)
                .param("id", Ids.read(idOrKey).orElse(null))
                .query(AccessPointStore::point)
                .optional();
    }

    boolean isTaken(AccountId account, String key, UUID by) {
        return jdbc.sql("select count(*) from access_points where account = :account and key = :key and id <> :id")
                        .param("account", account.value())
                        .param("key", key)
                        .param("id", by)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether another one watches that folder. */
    boolean isWatched(AccountId account, String folder, UUID by) {
        return jdbc.sql(
                                "select count(*) from access_points where account = :account and folder = :folder and id <> :id")
                        .param("account", account.value())
                        .param("folder", folder)
                        .param("id", by)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whether there is such an access point still. */
    boolean exists(AccountId account, UUID id) {
        return jdbc.sql("select count(*) from access_points where account = :account and id = :id")
                        .param("account", account.value())
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Row<AccessPoint>> list(AccountId account, String q, @Nullable After after, int limit) {
        return jdbc.sql("""
                select * from access_points
                where account = :account and (:q = '%%' or search like lower(:q))
                    and (:id::uuid is null or (name_key, id) > (:key, :id))
                order by name_key, id
                limit :limit
                """)
                .param("account", account.value())
                .param("q", Like.anywhere(q))
                .param("id", after == null ? null : after.id())
                .param("key", after == null ? null : after.key())
                .param("limit", limit)
                .query((row, number) ->
                        new Row<>(point(row, number), row.getString("name_key"), row.getObject("id", UUID.class)))
                .list();
    }

    long count(AccountId account, String q) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from access_points
                    where account = :account and (:q = '%%' or search like lower(:q))
                    limit :most
                ) matches
                """)
                .param("account", account.value())
                .param("q", Like.anywhere(q))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    private static AccessPoint point(ResultSet row, int number) throws SQLException {
        return new AccessPoint(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("key"),
                row.getString("folder"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}

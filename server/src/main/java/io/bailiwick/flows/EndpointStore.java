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
class EndpointStore {
    private final JdbcClient jdbc;

    EndpointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, Endpoint endpoint) {
        jdbc.sql("""
                insert into flow_endpoints (account, id, key, name, url, folder, attempts)
                values (:account, :id, :key, :name, :url, :folder, :attempts)
                """)
                .param("account", account.value())
                .param("id", endpoint.id())
                .param("key", endpoint.key())
                .param("name", endpoint.name())
                .param("url", endpoint.url())
                .param("folder", endpoint.folder())
                .param("attempts", endpoint.attempts())
                .update();
    }

    void update(AccountId account, Endpoint endpoint) {
        jdbc.sql("""
                update flow_endpoints set key = :key, name = :name, url = :url, folder = :folder, attempts = :attempts,
                    version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", endpoint.id())
                .param("key", endpoint.key())
                .param("name", endpoint.name())
                .param("url", endpoint.url())
                .param("folder", endpoint.folder())
                .param("attempts", endpoint.attempts())
                .update();
    }

    void delete(AccountId account, UUID id) {
        jdbc.sql("delete from flow_endpoints where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id)
                .update();
    }

    Optional<Endpoint> find(AccountId account, String idOrKey) {
        return jdbc.sql("select * from flow_endpoints where account = :account and (key = :key or id = :id)")
                .param("account", account.value())
                .param("key", idOrKey)
                .param("id", Ids.read(idOrKey).orElse(null))
                .query(EndpointStore::endpoint)
                .optional();
    }

    boolean isTaken(AccountId account, String key, UUID by) {
        return jdbc.sql("select count(*) from flow_endpoints where account = :account and key = :key and id <> :id")
                        .param("account", account.value())
                        .param("key", key)
                        .param("id", by)
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Row<Endpoint>> list(AccountId account, String q, @Nullable After after, int limit) {
        return jdbc.sql("""
                select * from flow_endpoints
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
                        new Row<>(endpoint(row, number), row.getString("name_key"), row.getObject("id", UUID.class)))
                .list();
    }

    long count(AccountId account, String q) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from flow_endpoints where account = :account and (:q = '%%' or search like lower(:q)) limit :most
                ) matches
                """)
                .param("account", account.value())
                .param("q", Like.anywhere(q))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    private static Endpoint endpoint(ResultSet row, int number) throws SQLException {
        return new Endpoint(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("key"),
                row.getString("url"),
                row.getString("folder"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}

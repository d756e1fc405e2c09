package io.bailiwick.accounts;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The changes of one thing. */
@Component
class HistoryStore {
    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HistoryStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Those before that revision, newest first. */
    List<Past> of(AccountId account, String subject, UUID thing, @Nullable Long before, int limit) {
        return jdbc.sql("""
                select c.id, c.revision, c.at, c.kind, c.actor, c.actor_name, c.address,
                    coalesce(item.value -> 'before', '{}') as before, coalesce(item.value -> 'after', '{}') as after
                from changes c
                cross join lateral jsonb_array_elements(c.items) as item (value)
                where c.account = :account
                    and jsonb_path_query_array(c.items, '$[*].id') @> jsonb_build_array(:thing::text)
                    and item.value ->> 'id' = :thing and item.value ->> 'subject' = :subject
                    and (:before::bigint is null or c.revision < :before)
                order by c.revision desc
                limit :limit
                """)
                .param("account", account.value())
                .param("thing", thing.toString())
                .param("subject", subject)
                .param("before", before)
                .param("limit", limit)
                .query(this::past)
                .list();
    }

    /** What one change did to the thing. */
    Optional<Past> find(AccountId account, String subject, UUID thing, UUID change) {
        return jdbc.sql("""
                select c.id, c.revision, c.at, c.kind, c.actor, c.actor_name, c.address,
                    coalesce(item.value -> 'before', '{}') as before, coalesce(item.value -> 'after', '{}') as after
                from changes c
                cross join lateral jsonb_array_elements(c.items) as item (value)
                where c.account = :account and c.id = :change
                    and jsonb_path_query_array(c.items, '$[*].id') @> jsonb_build_array(:thing::text)
                    and item.value ->> 'id' = :thing and item.value ->> 'subject' = :subject
                """)
                .param("account", account.value())
                .param("thing", thing.toString())
                .param("subject", subject)
                .param("change", change)
                .query(this::past)
                .optional();
    }

    /** How many there are, counted no further than the limit. */
    long count(AccountId account, UUID thing, int limit) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from changes
                    where account = :account
                        and jsonb_path_query_array(items, '$[*].id') @> jsonb_build_array(:thing::text)
                    limit :limit
                ) as counted
                """)
                .param("account", account.value())
                .param("thing", thing.toString())
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    private Past past(ResultSet row, int number) throws SQLException {
        var actor = row.getObject("actor", UUID.class);
        return new Past(
                row.getObject("id", UUID.class),
                new Revision(row.getLong("revision")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                actor == null ? null : new UserId(actor),
                row.getString("actor_name"),
                row.getString("address"),
                fields(row.getString("before")),
                fields(row.getString("after")));
    }

    private Map<String, @Nullable Object> fields(String text) {
        return json.readValue(text, FIELDS);
    }
}

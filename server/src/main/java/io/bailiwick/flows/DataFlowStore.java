package io.bailiwick.flows;

import io.bailiwick.flows.DataFlow.Named;
import io.bailiwick.flows.Listing.After;
import io.bailiwick.flows.Listing.Row;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Page;
import io.bailiwick.partners.Sight;
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
class DataFlowStore {
    private final JdbcClient jdbc;

    DataFlowStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(AccountId account, DataFlow flow) {
        jdbc.sql("""
                insert into data_flows (account, id, access_point, partner, endpoint, direction, type)
                values (:account, :id, :accessPoint, :partner, :endpoint, :direction, :type)
                """)
                .param("account", account.value())
                .param("id", flow.id())
                .param("accessPoint", flow.accessPoint().id())
                .param("partner", flow.partner().id())
                .param("endpoint", flow.endpoint().id())
                .param("direction", flow.direction().word())
                .param("type", flow.type())
                .update();
    }

    void update(AccountId account, DataFlow flow) {
        jdbc.sql("""
                update data_flows set access_point = :accessPoint, partner = :partner, endpoint = :endpoint,
                    direction = :direction, type = :type, version = version + 1
                where account = :account and id = :id
                """)
                .param("account", account.value())
                .param("id", flow.id())
                .param("accessPoint", flow.accessPoint().id())
                .param("partner", flow.partner().id())
                .param("endpoint", flow.endpoint().id())
                .param("direction", flow.direction().word())
                .param("type", flow.type())
                .update();
    }

    void delete(AccountId account, UUID id) {
        jdbc.sql("delete from data_flows where account = :account and id = :id")
                .param("account", account.value())
                .param("id", id)
                .update();
    }

    Optional<DataFlow> find(AccountId account, Sight sight, UUID id) {
        return jdbc.sql("""
                select f.*, a.key as a_key, a.name as a_name, e.key as e_key, e.name as e_name, p.key as p_key, p.name as p_name
                from data_flows f
                join access_points a on a.account = f.account and a.id = f.access_point
                join flow_endpoints e on e.account = f.account and e.id = f.endpoint
                join partners_for_data p on p.account = f.account and p.id = f.partner
                where f.account = :account and f.id = :id
                    and (:everything and f.partner <> all(:hidden) or f.partner = any(:partners))
                """)
                .param("account", account.value())
                .param("id", id)
                .params(sight.parameters())
                .query(DataFlowStore::flow)
                .optional();
    }

    /** Whether another data flow of the access point takes messages of that type. */
    boolean isTaken(AccountId account, DataFlow flow) {
        return jdbc.sql("""
                select count(*) from data_flows
                where account = :account and access_point = :accessPoint and type_key = lower(:type) and id <> :id
                """)
                        .param("account", account.value())
                        .param("accessPoint", flow.accessPoint().id())
                        .param("type", flow.type())
                        .param("id", flow.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    List<Row<DataFlow>> list(
            AccountId account, Sight sight, String q, @Nullable UUID partner, @Nullable After after, int limit) {
        return jdbc.sql("""
                select f.*, a.key as a_key, a.name as a_name, e.key as e_key, e.name as e_name, p.key as p_key, p.name as p_name
                from data_flows f
                join access_points a on a.account = f.account and a.id = f.access_point
                join flow_endpoints e on e.account = f.account and e.id = f.endpoint
                join partners_for_data p on p.account = f.account and p.id = f.partner
                where f.account = :account
                    and (:everything and f.partner <> all(:hidden) or f.partner = any(:partners))
                    and (:partner::uuid is null or f.partner = :partner)
                    and (:q = '%%' or f.type_key like lower(:q) or a.search like lower(:q) or e.search like lower(:q)
                        or p.search like lower(:q))
                    and (:id::uuid is null or (f.type_key, f.id) > (:key, :id))
                order by f.type_key, f.id
                limit :limit
                """)
                .param("account", account.value())
                .params(sight.parameters())
                .param("partner", partner)
                .param("q", Like.anywhere(q))
                .param("id", after == null ? null : after.id())
                .param("key", after == null ? null : after.key())
                .param("limit", limit)
                .query((row, number) ->
                        new Row<>(flow(row, number), row.getString("type_key"), row.getObject("id", UUID.class)))
                .list();
    }

    long count(AccountId account, Sight sight, String q, @Nullable UUID partner) {
        return jdbc.sql("""
                select count(*) from (
                    select 1 from data_flows f
                    join access_points a on a.account = f.account and a.id = f.access_point
                    join flow_endpoints e on e.account = f.account and e.id = f.endpoint
                    join partners_for_data p on p.account = f.account and p.id = f.partner
                    where f.account = :account
                        and (:everything and f.partner <> all(:hidden) or f.partner = any(:partners))
                        and (:partner::uuid is null or f.partner = :partner)
                        and (:q = '%%' or f.type_key like lower(:q) or a.search like lower(:q)
                            or e.search like lower(:q) or p.search like lower(:q))
                    limit :most
                ) matches
                """)
                .param("account", account.value())
                .params(sight.parameters())
                .param("partner", partner)
                .param("q", Like.anywhere(q))
                .param("most", Page.COUNTED + 1)
                .query(Long.class)
                .single();
    }

    /** How many data flows, whoever sees them, name the access point, the endpoint or the partner with this id. */
    long naming(AccountId account, UUID id) {
        return jdbc.sql("""
                select count(*) from data_flows
                where account = :account and (access_point = :id or endpoint = :id or partner = :id)
                """)
                .param("account", account.value())
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private static DataFlow flow(ResultSet row, int number) throws SQLException {
        return new DataFlow(
                row.getObject("id", UUID.class),
                named(row, "access_point", "a"),
                named(row, "partner", "p"),
                named(row, "endpoint", "e"),
                Direction.of(row.getString("direction")).orElseThrow(),
                row.getString("type"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }

    private static Named named(ResultSet row, String id, String table) throws SQLException {
        return new Named(row.getObject(id, UUID.class), row.getString(table + "_key"), row.getString(table + "_name"));
    }
}

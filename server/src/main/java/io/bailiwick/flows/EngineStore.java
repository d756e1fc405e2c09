package io.bailiwick.flows;

import io.bailiwick.flows.Configuration.Flow;
import io.bailiwick.flows.Configuration.Point;
import io.bailiwick.flows.Configuration.Target;
import io.bailiwick.kernel.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What engines run with, and how far the nodes have come with it. Times are those of the database. */
@Component
class EngineStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    EngineStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An account's engine. */
    record Row(
            long generation,
            long pending,
            @Nullable Instant restartedAt,
            @Nullable String restartedBy) {}

    /** How far one node has come. */
    record NodeRow(
            UUID node,
            long generation,
            String state,
            int inFlight,
            @Nullable String reason) {
        boolean isOf(long other) {
            return generation == other;
        }
    }

    /** Notes that something was changed that the engine does not run with yet. */
    void edited(AccountId account) {
        jdbc.sql("""
                insert into engines (account, edits) values (:account, 1)
                on conflict (account) do update set edits = engines.edits + 1
                """).param("account", account.value()).update();
    }

    Optional<Row> find(AccountId account) {
        return jdbc.sql("""
                select generation, edits - applied as pending, restarted_at, restarted_by from engines
                where account = :account
                """)
                .param("account", account.value())
                .query((row, number) -> {
                    var at = row.getObject("restarted_at", OffsetDateTime.class);
                    return new Row(
                            row.getLong("generation"),
                            row.getLong("pending"),
                            at == null ? null : at.toInstant(),
                            row.getString("restarted_by"));
                })
                .optional();
    }

    long generation(AccountId account) {
        return find(account).map(Row::generation).orElse(0L);
    }

    /**
     * What an engine was last restarted with.
     *
     * @param watches whether it has folders to look into
     */
    record Generation(long number, boolean watches) {}

    Map<AccountId, Generation> generations() {
        var generations = new HashMap<AccountId, Generation>();
        jdbc.sql("select id, generation, watches from engines_for_dispatch").query(row -> {
            generations.put(
                    new AccountId(row.getObject("id", UUID.class)),
                    new Generation(row.getLong("generation"), row.getBoolean("watches")));
        });
        return generations;
    }

    Configuration configuration(AccountId account) {
        return jdbc.sql("select configuration from engines where account = :account")
                .param("account", account.value())
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, Configuration.class))
                .orElseGet(() -> new Configuration(0, List.of(), List.of()));
    }

    /** Makes what is set up what the engine runs with; returns its generation. */
    long apply(AccountId account, String by) {
        var generation = jdbc.sql("""
                insert into engines (account, generation, restarted_at, restarted_by)
                values (:account, 1, clock_timestamp(), :by)
                on conflict (account) do update set generation = engines.generation + 1, applied = engines.edits,
                    restarted_at = clock_timestamp(), restarted_by = :by
                returning generation
                """)
                .param("account", account.value())
                .param("by", by)
                .query(Long.class)
                .single();
        var configuration = new Configuration(generation, points(account), flows(account));
        jdbc.sql(
                        "update engines set configuration = :configuration::jsonb, watches = :watches where account = :account")
                .param("account", account.value())
                .param("watches", !configuration.watched().isEmpty())
                .param("configuration", json.writeValueAsString(configuration))
                .update();
        return generation;
    }

    private List<Point> points(AccountId account) {
        return jdbc.sql("select id, key, name, folder from access_points where account = :account order by id")
                .param("account", account.value())
                .query((row, number) -> new Point(
                        row.getObject("id", UUID.class),
                        row.getString("key"),
                        row.getString("name"),
                        row.getString("folder")))
                .list();
    }

    private List<Flow> flows(AccountId account) {
        return jdbc.sql("""
                select f.id, f.access_point, a.key as a_key, a.name as a_name, a.folder as a_folder, f.partner, f.endpoint,
                    e.key as e_key, e.name as e_name, e.url, e.folder, e.attempts, f.direction, f.type
                from data_flows f
                join access_points a on a.account = f.account and a.id = f.access_point
                join flow_endpoints e on e.account = f.account and e.id = f.endpoint
                where f.account = :account
                order by f.id
                """)
                .param("account", account.value())
                .query((row, number) -> new Flow(
                        row.getObject("id", UUID.class),
                        new Point(
                                row.getObject("access_point", UUID.class),
                                row.getString("a_key"),
                                row.getString("a_name"),
                                row.getString("a_folder")),
                        row.getObject("partner", UUID.class),
                        new Target(
                                row.getObject("endpoint", UUID.class),
                                row.getString("e_key"),
                                row.getString("e_name"),
                                row.getString("url"),
                                row.getString("folder"),
                                row.getInt("attempts")),
                        Direction.of(row.getString("direction")).orElseThrow(),
                        row.getString("type")))
                .list();
    }

    void note(AccountId account, NodeRow row) {
        jdbc.sql("""
                insert into engine_restarts (account, node, generation, state, in_flight, reason)
                values (:account, :node, :generation, :state, :inFlight, :reason)
                on conflict (account, node) do update set generation = excluded.generation, state = excluded.state,
                    in_flight = excluded.in_flight, reason = excluded.reason, updated_at = clock_timestamp()
                """)
                .param("account", account.value())
                .param("node", row.node())
                .param("generation", row.generation())
                .param("state", row.state())
                .param("inFlight", row.inFlight())
                .param("reason", row.reason())
                .update();
    }

    /**
     * What the nodes have said: of this generation, but those that are at it or could not start it and have fallen silent;
     * and of generations before it those that have not, which are still to take it up.
     */
    List<NodeRow> nodes(AccountId account, long generation) {
        return jdbc.sql("""
                select node, generation, state, in_flight, reason from engine_restarts
                where account = :account and (generation = :generation and state = 'running'
                    or updated_at > clock_timestamp() - interval '15 seconds')
                order by node
                """)
                .param("account", account.value())
                .param("generation", generation)
                .query((row, number) -> new NodeRow(
                        row.getObject("node", UUID.class),
                        row.getLong("generation"),
                        row.getString("state"),
                        row.getInt("in_flight"),
                        row.getString("reason")))
                .list();
    }

    /** Says that a node is there still, with what it said last. */
    void isThere(AccountId account, UUID node) {
        jdbc.sql("""
                update engine_restarts set updated_at = clock_timestamp() where account = :account and node = :node
                """).param("account", account.value()).param("node", node).update();
    }

    /** Forgets what nodes that have fallen silent said of generations before this one. */
    void forget(AccountId account, long generation) {
        jdbc.sql("""
                delete from engine_restarts
                where account = :account and generation < :generation
                    and updated_at < clock_timestamp() - interval '15 seconds'
                """)
                .param("account", account.value())
                .param("generation", generation)
                .update();
    }
}

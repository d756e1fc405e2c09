package io.bailiwick.activity;

import io.bailiwick.flows.Incoming;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as they come in. */
@Component
class MessageStore {
    /** As many writers add to the sums of one hour without waiting for each other. */
    static final int SLOTS = 16;

    private static final String SUMMED = MessageHours.adding("""
            select :account, date_trunc('hour', received_at), partner, :slot, count(*), 0, 0
            from message
            group by 2, 3
            order by 2, 3
            """);

    private final JdbcClient jdbc;

    MessageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A slot of the sums, another one each time. */
    static int slot() {
        return ThreadLocalRandom.current().nextInt(SLOTS);
    }

    /**
     * Keeps messages with their bodies, their first jobs and their places in the sums: one statement, all or nothing. One
     * with an id that is known is kept already.
     *
     * @return the ids of those that are kept; not those of partners that are switched off
     */
    Set<UUID> insert(AccountId account, List<Incoming> incoming) {
        return new HashSet<>(jdbc.sql("""
                with sent as (
                    select * from unnest(:ids::uuid[], :partners::uuid[], :directions::text[], :types::text[],
                        :contentTypes::text[], :references::text[], :flows::uuid[], :accessPoints::uuid[],
                        :senders::text[], :endpoints::uuid[], :endpointNames::text[], :receivedAt::text[],
                        :bodies::bytea[], :jobs::uuid[])
                    as s (id, partner, direction, type, content_type, reference, flow, access_point, sender, endpoint,
                        endpoint_name, received_at, body, job)
                ), wanted as (
                    select s.* from sent s
                    join partners_for_data p on p.account = :account and p.id = s.partner and p.active
                ), message as (
                    insert into messages (account, id, partner, direction, type, size, content_type, reference, flow,
                        access_point, sender, endpoint, endpoint_name, received_at)
                    select :account, id, partner, direction, type, length(body), content_type, reference, flow,
                        access_point, sender, endpoint, endpoint_name, received_at::timestamptz
                    from wanted
                    on conflict (account, id) do nothing
                    returning id, partner, received_at
                ), body as (
                    insert into message_bodies (account, message, body)
                    select :account, w.id, w.body from wanted w join message m on m.id = w.id
                ), job as (
                    insert into jobs (account, id, message, flow, partner, endpoint_name)
                    select :account, w.job, w.id, w.flow, w.partner, w.endpoint_name
                    from wanted w join message m on m.id = w.id
                ), summed as (
                    %s
                )
                select id from wanted
                """.formatted(SUMMED))
                .param("account", account.value())
                .param("ids", Columns.of(incoming, UUID[]::new, Incoming::id))
                .param(
                        "partners",
                        Columns.of(incoming, UUID[]::new, one -> one.flow().partner()))
                .param(
                        "directions",
                        Columns.of(
                                incoming,
                                String[]::new,
                                one -> one.flow().direction().word()))
                .param(
                        "types",
                        Columns.of(incoming, String[]::new, one -> one.flow().type()))
                .param("contentTypes", Columns.of(incoming, String[]::new, Incoming::contentType))
                .param("references", Columns.of(incoming, String[]::new, Incoming::reference))
                .param(
                        "flows",
                        Columns.of(incoming, UUID[]::new, one -> one.flow().id()))
                .param("accessPoints", Columns.of(incoming, UUID[]::new, Incoming::accessPoint))
                .param("senders", Columns.of(incoming, String[]::new, Incoming::sender))
                .param(
                        "endpoints",
                        Columns.of(incoming, UUID[]::new, one -> one.flow().to().id()))
                .param(
                        "endpointNames",
                        Columns.of(
                                incoming, String[]::new, one -> one.flow().to().name()))
                .param(
                        "receivedAt",
                        Columns.of(incoming, String[]::new, one -> one.at().toString()))
                .param("bodies", Columns.of(incoming, byte[][]::new, Incoming::body))
                .param("jobs", Columns.of(incoming, UUID[]::new, one -> Ids.next()))
                .param("slot", slot())
                .query(UUID.class)
                .list());
    }
}

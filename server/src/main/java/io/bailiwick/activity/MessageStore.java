package io.bailiwick.activity;

import io.bailiwick.flows.Incoming;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as they come in. */
@Component
class MessageStore {
    /** As many writers add to the sums of one hour without waiting for each other. */
    static final int SLOTS = 16;

    private static final String SUMMED = MessageHours.adding("""
            select :account, date_trunc('hour', :receivedAt::timestamptz), :partner, :slot, 1, 0, 0 from message
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
     * Keeps the message with its body, its first job and its place in the sums: one statement, all or nothing. One with an id
     * that is known is kept already.
     * False when its partner is switched off: then nothing is kept.
     */
    boolean insert(AccountId account, Incoming incoming) {
        var flow = incoming.flow();
        return jdbc.sql("""
                with owner as (
                    select 1 from partners_for_data where account = :account and id = :partner and active
                ), message as (
                    insert into messages (account, id, partner, direction, type, size, content_type, reference, flow,
                        access_point, sender, endpoint, endpoint_name, received_at)
                    select :account, :id, :partner, :direction, :type, :size, :contentType, :reference::text, :flow,
                        :accessPoint::uuid, :sender, :endpoint, :endpointName, :receivedAt
                    from owner
                    on conflict (account, id) do nothing
                    returning id
                ), body as (
                    insert into message_bodies (account, message, body) select :account, id, :body from message
                ), job as (
                    insert into jobs (account, id, message, flow, partner, endpoint_name)
                    select :account, :job, id, :flow, :partner, :endpointName from message
                ), summed as (
                    %s
                )
                select exists (select from owner)
                """.formatted(SUMMED))
                .param("account", account.value())
                .param("id", incoming.id())
                .param("partner", flow.partner())
                .param("direction", flow.direction().word())
                .param("type", flow.type())
                .param("size", incoming.body().length)
                .param("contentType", incoming.contentType())
                .param("reference", incoming.reference())
                .param("flow", flow.id())
                .param("accessPoint", incoming.accessPoint())
                .param("sender", incoming.sender())
                .param("endpoint", flow.to().id())
                .param("endpointName", flow.to().name())
                .param("receivedAt", incoming.at().atOffset(ZoneOffset.UTC))
                .param("body", incoming.body())
                .param("job", Ids.next())
                .param("slot", slot())
                .query(Boolean.class)
                .single();
    }
}

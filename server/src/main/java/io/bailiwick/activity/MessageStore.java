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
     */
    void insert(AccountId account, Incoming incoming) {
        var flow = incoming.flow();
        jdbc.sql("""
                with message as (
                    insert into messages (account, id, partner, direction, type, size, content_type, reference, flow,
                        access_point, sender, endpoint, endpoint_name, received_at)
                    values (:account, :id, :partner, :direction, :type, :size, :contentType, :reference, :flow,
                        :accessPoint, :sender, :endpoint, :endpointName, :receivedAt)
                    on conflict (account, id) do nothing
                    returning id
                ), body as (
                    insert into message_bodies (account, message, body) select :account, id, :body from message
                ), job as (
                    insert into jobs (account, id, message, flow, partner, endpoint_name)
                    select :account, :job, id, :flow, :partner, :endpointName from message
                )
                insert into message_hours (account, hour, partner, direction, state, slot, messages)
                select :account, date_trunc('hour', :receivedAt::timestamptz), :partner, :direction, 'open', :slot, 1
                from message
                on conflict (account, hour, partner, direction, state, slot)
                do update set messages = message_hours.messages + 1
                """)
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
                .update();
    }
}

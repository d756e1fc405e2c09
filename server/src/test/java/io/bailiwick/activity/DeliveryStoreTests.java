package io.bailiwick.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.PanelTest;
import io.bailiwick.flows.Lane;
import io.bailiwick.kernel.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** However long a queue is, and whatever the planner believes of it, only what is taken is read. */
@PanelTest
class DeliveryStoreTests {
    private static final int WAITING = 3_000;
    private static final UUID NODE = new UUID(0, 7);
    private static final UUID FLOW = new UUID(0, 8);

    private final DeliveryStore store;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final AccountId account;

    @Autowired
    DeliveryStoreTests(DeliveryStore store, JdbcClient jdbc, TransactionTemplate transactions, Cast cast) {
        this.store = store;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.account = cast.northgate.id();
    }

    @Test
    void fewAreTakenFromManyThatWaitWithoutReadingTheRest() {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("analyze jobs").update(); // nothing is open yet
            fill();
            var before = read();
            assertThat(store.open()).contains(account);
            var taken = store.take(account, NODE, 64, List.of(new Lane(FLOW, FLOW, 16)), Duration.ofMinutes(1));

            assertThat(taken).hasSize(16);
            assertThat(read() - before).isLessThan(WAITING / 4);
            status.setRollbackOnly();
        });
    }

    private void fill() {
        jdbc.sql("""
                with partner as (
                    select id from partners where account = :account and active limit 1
                ), message as (
                    insert into messages (account, id, partner, direction, type, size, content_type, flow, sender, endpoint,
                        endpoint_name, received_at)
                    select :account, gen_random_uuid(), p.id, 'inbound', 'queued', 1, 'text/plain', :flow, 'Test', :flow,
                        'Test', now()
                    from partner p, generate_series(1, :number)
                    returning id, partner
                ), body as (
                    insert into message_bodies (account, message, body) select :account, id, 'x' from message
                )
                insert into jobs (account, id, message, flow, partner, endpoint_name)
                select :account, id, id, :flow, partner, 'Test' from message
                """)
                .param("account", account.value())
                .param("flow", FLOW)
                .param("number", WAITING)
                .update();
    }

    /** How many rows of jobs and bodies this transaction has read. */
    private long read() {
        return jdbc.sql("""
                select sum(coalesce(idx_tup_fetch, 0) + seq_tup_read) from pg_stat_xact_user_tables
                where relname in ('jobs', 'message_bodies')
                """).query(Long.class).single();
    }
}

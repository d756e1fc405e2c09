package io.bailiwick.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.flows.Plant;
import io.bailiwick.flows.Sink;
import io.bailiwick.kernel.Actor;
import io.bailiwick.security.Town;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums are what counting would find, while messages move and after sums are folded. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrafficTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private Traffic traffic;

    @Autowired
    private Folding folding;

    @Autowired
    private JdbcClient jdbc;

    private Actor server;
    private Visitor mayor;
    private Plant plant;
    private Sink sink;

    @BeforeAll
    void settle() throws IOException {
        sink = new Sink();
        var here = town.quarter("Counted");
        server = Actor.server(here.account().id());
        mayor = panel.signIn(here.mayor());
        plant = new Plant(mayor);
        plant.endpoint("sink", sink.url("/"), 2);
        plant.accessPoint("door");
        plant.flow("door", "acme", "sink", "a");
        plant.flow("door", "initech", "sink", "i");
        plant.restart();
    }

    @AfterAll
    void close() {
        sink.close();
    }

    @Test
    void sumsAreWhatCountingFindsBeforeAndAfterFolding() {
        var ids = new ArrayList<String>();
        for (int message = 0; message < 6; message++) {
            ids.add(plant.accepted(panel.visitor(), "door", message % 3 == 0 ? "i" : "a", "hello"));
        }
        ids.forEach(id -> plant.await(id, "delivered"));
        sink.answers(500);
        var failed = plant.accepted(panel.visitor(), "door", "a", "lost");
        plant.await(failed, "failed");
        assertSums(6, 1, 8, 2);

        jdbc.sql("update message_hours set hour = hour - interval '5 hours' where account = :account")
                .param("account", server.account().value())
                .update();
        jdbc.sql("update endpoint_hours set hour = hour - interval '5 hours' where account = :account")
                .param("account", server.account().value())
                .update();
        jdbc.sql("update messages set received_at = received_at - interval '5 hours' where account = :account")
                .param("account", server.account().value())
                .update();
        folding.fold(server.account());
        assertThat(slots("message_hours")).isEqualTo("-1 2");
        assertThat(slots("endpoint_hours")).isEqualTo("-1 2");
        assertSums(6, 1, 8, 2);

        sink.answers(200);
        assertThat(mayor.post("/api/v1/messages/" + failed + "/reprocess", Map.of())
                        .status())
                .isEqualTo(202);
        plant.await(failed, "delivered");
        assertSums(7, 0, 9, 2);
    }

    @Test
    void sumsOfEndpointsAreFoldedByTheDayAndStillTheSame() {
        var account = server.account().value();
        for (int hour = 1; hour <= 30; hour++) {
            jdbc.sql("""
                    insert into endpoint_hours (account, hour, partner, endpoint, slot, endpoint_name, tries, missed,
                        given_up, took_ms, longest_ms)
                    select :account, date_trunc('day', now(), 'UTC') - interval '6 days' + :hour * interval '1 hour', id,
                        id, 3, 'Of old', 2, 1, 1, 100, 80
                    from partners where account = :account and key = 'hooli'
                    """).param("account", account).param("hour", hour).update();
        }
        var week = Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .minus(Duration.ofDays(6))
                .plus(Duration.ofHours(1));
        var before = traffic.slowest(server, week, 1);
        folding.fold(server.account());
        assertThat(before.getFirst())
                .isEqualTo(new Traffic.OfEndpoint("Of old", 60, 30, Duration.ofMillis(50), Duration.ofMillis(80)));
        assertThat(traffic.slowest(server, week, 1)).isEqualTo(before);
        assertThat(traffic.slowest(server, Instant.now().minus(Duration.ofDays(1)), 1))
                .isNotEqualTo(before);
        assertThat(jdbc.sql("select count(*) from endpoint_hours where account = :account and slot = -2")
                        .param("account", account)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        jdbc.sql("delete from endpoint_hours where account = :account and slot = -2")
                .param("account", account)
                .update();
    }

    private void assertSums(long delivered, long failed, long tries, long missed) {
        var since = Instant.now().minus(Duration.ofDays(1));
        var period = traffic.messages(server, since, 10);
        var all = period.hours().stream()
                .map(Traffic.Hour::messages)
                .reduce(Traffic.Messages.NONE, Traffic.Messages::and);
        var ofPartners = period.partners().stream()
                .map(Traffic.OfPartner::messages)
                .reduce(Traffic.Messages.NONE, Traffic.Messages::and);
        var counted = jdbc.sql("""
                select count(*) filter (where state in ('received', 'delivering')) as open,
                    count(*) filter (where state = 'delivered') as delivered,
                    count(*) filter (where state = 'failed') as failed
                from messages where account = :account
                """)
                .param("account", server.account().value())
                .query((row, number) ->
                        new Traffic.Messages(row.getLong("open"), row.getLong("delivered"), row.getLong("failed")))
                .single();
        assertThat(all)
                .isEqualTo(new Traffic.Messages(0, delivered, failed))
                .isEqualTo(counted)
                .isEqualTo(ofPartners);
        assertThat(period.ofAllPartners()).isEqualTo(2);
        var endpoint = traffic.slowest(server, since, 10).getFirst();
        assertThat(endpoint.name()).isEqualTo("Endpoint sink");
        assertThat(endpoint.tries()).isEqualTo(tries);
        assertThat(endpoint.missed()).isEqualTo(missed);
        assertThat(endpoint.average()).isLessThanOrEqualTo(endpoint.longest());
        assertThat(traffic.jobs(server, since)).isEqualTo(new Traffic.JobNumbers(0, 0, 1));
        assertThat(traffic.openIssues(server)).isEqualTo(failed);
    }

    /** The slots in use, and in how many rows. */
    private String slots(String table) {
        return jdbc.sql("select string_agg(distinct slot::text, ' ') || ' ' || count(*) from " + table
                        + " where account = :account")
                .param("account", server.account().value())
                .query(String.class)
                .single();
    }
}

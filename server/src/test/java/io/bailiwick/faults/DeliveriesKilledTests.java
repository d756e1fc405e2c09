package io.bailiwick.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.flows.Plant;
import io.bailiwick.flows.Sink;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server that is killed while it delivers: what it accepted arrives after the next start, with nothing left over. */
class DeliveriesKilledTests {
    private static final String[] SETTINGS = {
        "--bailiwick.flows.private-networks=127.0.0.0/8", "--bailiwick.flows.lease=1s"
    };

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whatWasAcceptedArrivesAfterTheNextStart() throws Exception {
        var data = Child.emptyData("deliveries");
        var ids = new HashSet<String>();
        try (var sink = new Sink()) {
            try (var child = Child.start(data, SETTINGS)) {
                var ada = child.visitor(http);
                ada.signIn(Child.EMAIL, Child.PASSWORD);
                ada.post("/api/v1/partners", Map.of("name", "Acme", "key", "acme"));
                var plant = new Plant(ada);
                plant.endpoint("erp", sink.url("/"), 3);
                plant.accessPoint("shop");
                plant.flow("shop", "acme", "erp", "orders");
                plant.restart();
                sink.shut();
                for (int number = 0; number < 100; number++) {
                    ids.add(plant.accepted(child.visitor(http), "shop", "orders", "message " + number));
                }
                child.kill();
            }
            sink.open();
            try (var child = Child.start(data, SETTINGS)) {
                var rows = child.rows();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> rows.sql("select count(*) from messages where state = 'delivered'")
                                        .query(Long.class)
                                        .single()
                                == ids.size());
                assertThat(rows.sql("select count(*) from jobs where state <> 'completed'")
                                .query(Long.class)
                                .single())
                        .isZero();
                assertThat(rows.sql("select coalesce(sum(messages), 0) from message_hours where state = 'open'")
                                .query(Long.class)
                                .single())
                        .isZero();
                assertThat(ids).allSatisfy(id -> assertThat(sink.times(id)).isPositive());
            }
        }
    }
}

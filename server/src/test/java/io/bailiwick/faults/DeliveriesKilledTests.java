package io.bailiwick.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.Visitor;
import io.bailiwick.flows.Plant;
import io.bailiwick.flows.Sink;
import io.bailiwick.kernel.Ids;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A server that is killed while it delivers, while it takes files, and while it delivers again all that match: what it
 * promised is done after the next start, with nothing left over.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveriesKilledTests {
    private static final int FILES = 150;
    private static final int AGAIN = 1_300;

    /** So many are on their way to one endpoint. */
    private static final int IN_HAND = 16;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Path data;
    private ChildFolders folders;
    private Sink sink;
    private Child child;
    private Visitor ada;
    private Plant plant;

    @BeforeAll
    void settle() throws IOException {
        data = Child.emptyData("deliveries");
        folders = new ChildFolders(data.resolve("folders"));
        sink = new Sink();
        child = Child.start(data, folders.settings("1s"));
        ada = child.visitor(http);
        ada.signIn(Child.EMAIL, Child.PASSWORD);
        ada.post("/api/v1/partners", Map.of("name", "Acme", "key", "acme"));
        plant = new Plant(ada);
        plant.endpoint("erp", sink.url("/"), 3);
        plant.accessPoint("shop");
        plant.flow("shop", "acme", "erp", "orders");
        plant.flow("shop", "acme", "erp", "returns");
        plant.folderPoint("drop");
        plant.folderEndpoint("archive");
        plant.flow("drop", "acme", "archive", "papers");
        plant.restart();
    }

    @BeforeEach
    void answer() {
        sink.answers(200);
    }

    @AfterAll
    void stop() throws InterruptedException {
        sink.close();
        child.close();
        http.close();
    }

    @Test
    void whatWasAcceptedArrivesAfterTheNextStart() throws Exception {
        var ids = new HashSet<String>();
        sink.shut();
        for (int number = 0; number < 100; number++) {
            ids.add(plant.accepted(child.visitor(http), "shop", "orders", "message " + number));
        }
        for (int number = 0; number < FILES; number++) {
            Files.writeString(folders.below("in/drop").resolve("paper-" + number + ".txt"), "text " + number);
        }
        patiently().until(() -> folders.files("in/drop/.done").size() > 5);
        child.kill();
        assertThat(folders.files("in/drop/.done").size()).isLessThan(FILES);
        var claimed = folders.below("in/drop/.work").resolve(Ids.next() + "-paper-" + FILES + ".txt");
        Files.writeString(claimed, "text " + FILES);

        startAgain();

        patiently()
                .until(() -> number("select count(*) from messages where state = 'delivered' and type <> 'returns'")
                        == ids.size() + FILES + 1);
        patiently().until(() -> folders.files("in/drop/.done").size() == FILES + 1);
        assertThat(folders.files("in/drop/.work")).isEmpty();
        var arrived = folders.files("out/archive");
        assertThat(arrived.stream().map(file -> file.replaceFirst("^.{36}-", "")))
                .as("each file once, whole")
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, FILES)
                        .mapToObj(number -> "paper-" + number + ".txt")
                        .toList());
        for (var file : arrived) {
            assertThat(folders.below("out/archive").resolve(file))
                    .hasContent("text " + file.replaceFirst(".*-(\\d+)\\.txt", "$1"));
        }
        assertThat(number("select count(*) from jobs where state in ('waiting', 'active')"))
                .isZero();
        assertThat(number("select coalesce(sum(open), 0) from message_hours")).isZero();
        assertThat(ids).allSatisfy(id -> assertThat(sink.times(id)).isPositive());
    }

    @Test
    void allThatMatchAreDeliveredAgainThoughItDiesWithinThem() throws Exception {
        var filter = "?state=failed&type=returns";
        sink.answers(422);
        var first = plant.accepted(child.visitor(http), "shop", "returns", "no good");
        plant.await(first, "failed");
        copy(first);
        var counted = ada.get("/api/v1/messages/reprocess/matching" + filter).json();
        assertThat(counted.path("messages").asInt()).isEqualTo(AGAIN);
        var late = plant.accepted(child.visitor(http), "shop", "returns", "came after the question");
        plant.await(late, "failed");
        sink.answers(200);
        var matching = Map.of(
                "state",
                "failed",
                "type",
                "returns",
                "behind",
                counted.path("behind").asString());
        var begun = ada.post("/api/v1/messages/reprocess", Map.of("matching", matching));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        var run = begun.header("Location");
        patiently().until(() -> ada.get(run).json().path("delivered").asInt() > 50);
        sink.shut();
        var before = ada.get(run).json();
        assertThat(number("select count(*) from reprocess_runs where not whole"))
                .as("there is more to choose yet")
                .isOne();
        child.kill();

        startAgain();

        var after = ada.get(run).json();
        assertThat(after.path("total").asInt()).isEqualTo(AGAIN);
        assertThat(after.path("done").asInt())
                .isGreaterThanOrEqualTo(before.path("done").asInt());
        patiently().until(() -> ada.get(run).json().path("done").asInt() == AGAIN);
        assertThat(ada.get(run).json().path("delivered").asInt()).isEqualTo(AGAIN);
        assertThat(number("select count(*) from reprocess_runs where not whole"))
                .isZero();
        assertThat(number("select count(distinct message) from jobs where run is not null"))
                .isEqualTo(AGAIN);
        assertThat(number("select count(*) from jobs where run is not null"))
                .as("none is chosen twice")
                .isEqualTo(AGAIN);
        assertThat(number("select count(*) from messages where state <> 'delivered' and type = 'returns'"))
                .as("what came later is not meant")
                .isOne();
        assertThat(number("select count(*) from issues where state = 'open'")).isOne();
        assertThat(number("select coalesce(sum(open), 0) from message_hours")).isZero();
        assertThat(sink.times(late)).isOne();
        var times = sink.arrived().stream()
                .filter(one -> one.type().equals("returns") && !one.message().equals(late))
                .collect(Collectors.groupingBy(Sink.Arrived::message, Collectors.counting()));
        assertThat(times).hasSize(AGAIN);
        times.merge(first, -1L, Long::sum);
        assertThat(times.values()).allSatisfy(one -> assertThat(one).isBetween(1L, 2L));
        assertThat(times.values().stream().filter(one -> one == 2))
                .as("what was in hand when it died")
                .hasSizeLessThanOrEqualTo(IN_HAND);
    }

    /** More of the same, as if they had failed before it. */
    private void copy(String message) throws IOException {
        child.rows()
                .sql("""
                        with copies as (
                            insert into messages (account, id, partner, direction, type, state, size, content_type, flow,
                                sender, endpoint, endpoint_name, received_at, finished_at, reason)
                            select account, overlay(overlay(gen_random_uuid()::text placing '01900000' from 1 for 8)
                                    placing '0000-7' from 10 for 6)::uuid, partner, direction, type, state, size,
                                content_type, flow, sender, endpoint, endpoint_name, received_at, finished_at, reason
                            from messages cross join generate_series(2, :number)
                            where id = :id
                            returning account, id
                        )
                        insert into message_bodies (account, message, body) select account, id, 'x' from copies
                        """)
                .param("number", AGAIN)
                .param("id", UUID.fromString(message))
                .update();
    }

    private void startAgain() throws IOException {
        sink.open();
        child = Child.start(data, folders.settings("1s"));
        ada = child.visitor(http);
        ada.signIn(Child.EMAIL, Child.PASSWORD);
        plant = new Plant(ada, plant.secrets());
    }

    private long number(String sql) throws IOException {
        return child.rows().sql(sql).query(Long.class).single();
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(20));
    }
}

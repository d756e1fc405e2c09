package io.bailiwick.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.security.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Messages that are sent to access points over real HTTP and arrive at a real server, or do not. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Sink sink;
    private Visitor mayor;
    private Visitor sender;
    private Plant plant;

    @BeforeAll
    void settle() throws IOException {
        sink = new Sink();
        mayor = panel.signIn(town.quarter("Mill").mayor());
        sender = panel.visitor();
        plant = new Plant(mayor);
        plant.endpoint("once", sink.url("/once"), 1);
        plant.endpoint("often", sink.url("/often?a=b&httpMethod=GET"), 5);
        plant.accessPoint("shop");
        plant.flow("shop", "acme", "once", "orders");
        plant.flow("shop", "initech", "often", "invoices");
        plant.restart();
    }

    @AfterEach
    void answerAgain() {
        sink.answers(200);
        sink.open();
    }

    @AfterAll
    void close() {
        sink.close();
    }

    @Test
    void aMessageArrivesAsItWasSent() {
        var answer = plant.send(
                sender,
                "shop",
                "orders",
                "<order>ä</order>",
                Map.of("Content-Type", "application/xml", "Bailiwick-Reference", "PO-4711"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var id = answer.json().path("id").asString();

        var message = plant.await(id, "delivered");

        assertThat(sink.arrived())
                .contains(new Sink.Arrived(id, "orders", "acme", "application/xml", "PO-4711", "<order>ä</order>"));
        assertThat(message.path("partner").asString()).isEqualTo("acme");
        assertThat(message.path("sender").asString()).isEqualTo("Point shop");
        assertThat(message.path("deliveries")
                        .path(0)
                        .path("attempts")
                        .path(0)
                        .path("status")
                        .asInt())
                .isEqualTo(200);
        assertThat(mayor.get("/api/v1/messages?q=PO-47").json().path("total").asInt())
                .isEqualTo(1);
        var body = mayor.get("/api/v1/messages/" + id + "/body");
        assertThat(body.body()).isEqualTo("<order>ä</order>");
        assertThat(body.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(body.header("Content-Disposition")).startsWith("attachment");
        assertThat(mayor.get("/messages/" + id).body()).contains("PO-4711", "Delivered to Endpoint once");
    }

    @Test
    void whatIsAcceptedRightAfterARestartWaitsForTheEngineThatKnowsItsFlow() throws InterruptedException {
        var busy = new AtomicBoolean(true);
        var senders = IntStream.range(0, 3)
                .mapToObj(number -> Thread.ofVirtual().start(() -> {
                    while (busy.get()) {
                        plant.accepted(panel.visitor(), "shop", "orders", "busy");
                    }
                }))
                .toList();
        var accepted = new ArrayList<String>();
        for (int round = 0; round < 8; round++) {
            plant.flow("shop", "acme", "once", "new-" + round);
            assertThat(mayor.post("/api/v1/engine/restart", Map.of()).status()).isEqualTo(202);
            for (int message = 0; message < 5; message++) {
                accepted.add(plant.accepted(sender, "shop", "new-" + round, "at once"));
            }
        }
        busy.set(false);
        for (var each : senders) {
            each.join();
        }
        accepted.forEach(id -> plant.await(id, "delivered"));
    }

    @Test
    void nobodyWithoutTheSecretGetsIn() {
        var path = "/api/v1/receive/shop";
        var secret = Objects.requireNonNull(plant.secrets().get("shop"));
        var wrong = "Bearer " + secret.replaceAll(".$", "") + "x";
        for (var authorization : List.of("", "Bearer ", "Bearer x", wrong, "Basic !", "Digest x")) {
            var headers = Map.of("Content-Type", "text/plain", "Authorization", authorization);
            assertThat(sender.send("POST", path, "x", headers).status())
                    .as(authorization)
                    .isEqualTo(401);
        }
        assertThat(mayor.send("POST", path, "x", Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(401);
        var pair = "shop:" + plant.secrets().get("shop");
        var basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        assertThat(plant.send(sender, "shop", "orders", "by basic", Map.of("Authorization", basic))
                        .status())
                .isEqualTo(202);
        assertThat(sender.send(
                                "POST",
                                "/api/v1/receive/elsewhere",
                                "x",
                                Map.of(
                                        "Authorization",
                                        "Bearer " + plant.secrets().get("shop")))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatCannotBeTakenIsToldWhy() {
        assertThat(plant.send(sender, "shop", "orders", "x".repeat(1_000_001), Map.of())
                        .status())
                .isEqualTo(413);
        assertThat(plant.send(sender, "shop", "unheard-of", "x", Map.of()).body())
                .contains("`orders`", "`invoices`");
        assertThat(plant.send(sender, "shop", "", "x", Map.of()).status()).isEqualTo(422);
        assertThat(plant.send(sender, "shop", "orders", "x", Map.of("Content-Type", "nonsense"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whateverItsTypeItIsADocument() {
        var forms = Map.of(
                "application/x-www-form-urlencoded", "a=1&type=x&b=%C3%A4",
                "multipart/form-data; boundary=x",
                        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x--");
        forms.forEach((type, body) -> {
            var answer = plant.send(sender, "shop", "orders", body, Map.of("Content-Type", type));
            assertThat(answer.status()).as(answer.body()).isEqualTo(202);
            var id = answer.json().path("id").asString();
            plant.await(id, "delivered");
            assertThat(sink.arrived().stream().filter(one -> one.message().equals(id)))
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.body()).isEqualTo(body);
                        assertThat(one.contentType()).isEqualTo(type);
                    });
        });
    }

    @Test
    void whatIsSetUpTakesEffectWithARestart() {
        var before = mayor.get("/api/v1/engine").json().path("pending").asInt();
        plant.accessPoint("late");
        plant.flow("late", "acme", "once", "later");
        assertThat(mayor.get("/api/v1/engine").json().path("pending").asInt()).isEqualTo(before + 2);
        assertThat(plant.send(sender, "late", "later", "x", Map.of()).status()).isEqualTo(503);

        plant.restart();

        assertThat(mayor.get("/api/v1/engine").json().path("pending").asInt()).isZero();
        plant.await(plant.accepted(sender, "late", "later", "x"), "delivered");
        mayor.post("/api/v1/access-points/late/secret", Map.of());
        assertThat(plant.send(sender, "late", "later", "x", Map.of()).status())
                .as("an old secret is worth nothing at once")
                .isEqualTo(401);
    }

    @Test
    void aServerThatIsDownForAMomentIsTriedAgain() {
        sink.answers(503);
        var id = plant.accepted(sender, "shop", "invoices", "patience");
        Awaitility.await().until(() -> sink.times(id) >= 2);
        sink.answers(204);

        var message = plant.await(id, "delivered");

        var attempts = message.path("deliveries").path(0).path("attempts");
        assertThat(attempts.size()).isGreaterThanOrEqualTo(3);
        assertThat(attempts.path(0).path("reason").asString()).isEqualTo("The endpoint answered 503.");
        assertThat(message.path("reason").isNull()).isTrue();
    }

    @Test
    void aRefusalIsFinal() {
        sink.answers(400);
        var id = plant.accepted(sender, "shop", "invoices", "unwanted");

        var message = plant.await(id, "failed");

        assertThat(message.path("deliveries").path(0).path("attempts").size()).isEqualTo(1);
        assertThat(sink.times(id)).isEqualTo(1);
    }

    @Test
    void aMessageIsSentThroughTheApi() {
        var answer = mayor.post(
                "/api/v1/messages",
                Map.of("partner", "acme", "direction", "inbound", "type", "orders", "body", Map.of("n", 1)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        var id = answer.json().path("id").asString();
        plant.await(id, "delivered");
        assertThat(sink.arrived().stream().filter(one -> one.message().equals(id)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.body()).isEqualTo("{\"n\":1}");
                    assertThat(one.contentType()).isEqualTo("application/json");
                });
        var nowhere = mayor.post(
                "/api/v1/messages", Map.of("partner", "hooli", "direction", "inbound", "type", "orders", "body", "x"));
        assertThat(nowhere.status()).isEqualTo(422);
    }

    @Test
    void aRestartUnderLoadLosesNoneAndDoublesNone() throws InterruptedException {
        var ids = ConcurrentHashMap.<String>newKeySet();
        sink.shut();
        var senders = IntStream.range(0, 4)
                .mapToObj(number -> Thread.ofVirtual().start(() -> sendFifty(ids)))
                .toList();
        Awaitility.await().until(() -> ids.size() > 60);
        assertThat(mayor.post("/api/v1/engine/restart", Map.of()).status()).isEqualTo(202);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> mayor.get("/api/v1/engine").json().path("inFlight").asInt() > 0);
        assertThat(mayor.get("/api/v1/engine").json().path("state").asString()).isEqualTo("restarting");
        assertThat(mayor.get("/engine").body()).contains("still being delivered", "every 1s");
        sink.open();
        for (var thread : senders) {
            thread.join();
        }
        plant.restart();

        assertThat(ids).hasSize(200);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> arrived().containsAll(ids));
        assertThat(ids).allSatisfy(id -> assertThat(sink.times(id)).isEqualTo(1));
    }

    private Set<String> arrived() {
        return sink.arrived().stream().map(Sink.Arrived::message).collect(java.util.stream.Collectors.toSet());
    }

    private void sendFifty(Set<String> ids) {
        var visitor = panel.visitor();
        for (int number = 0; number < 50; number++) {
            ids.add(plant.accepted(visitor, "shop", "orders", "load " + number));
        }
    }
}

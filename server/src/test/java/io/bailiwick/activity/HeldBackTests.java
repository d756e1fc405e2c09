package io.bailiwick.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.flows.Plant;
import io.bailiwick.flows.Sink;
import io.bailiwick.kernel.Ids;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Quarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits, for whom, and for how long what has ended is kept. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldBackTests {
    private static final int TO_ONE = 16;

    /** More than can be on their way at once. */
    private static final int SLOW = 5;

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private OldMessageStore old;

    @Autowired
    private OldMessages sweeper;

    private Quarter here;
    private Sink slow;
    private Sink quick;
    private Visitor mayor;
    private Visitor sender;
    private Plant plant;

    @BeforeAll
    void settle() throws IOException {
        here = town.quarter("Waiting room");
        slow = new Sink();
        quick = new Sink();
        mayor = panel.signIn(here.mayor());
        sender = panel.visitor();
        plant = new Plant(mayor);
        plant.endpoint("slow", slow.url("/"), 1);
        plant.endpoint("quick", quick.url("/"), 1);
        plant.accessPoint("shop");
        plant.folderPoint("box");
        plant.flow("shop", "acme", "slow", "orders");
        plant.flow("shop", "initech", "slow", "returns");
        plant.flow("shop", "acme", "quick", "notes");
        plant.flow("box", "initech", "quick", "files");
        for (int number = 0; number < SLOW; number++) {
            plant.endpoint("slow-" + number, slow.url("/" + number), 1);
            plant.flow("shop", "acme", "slow-" + number, "slow-" + number);
        }
        plant.restart();
    }

    @AfterAll
    void close() {
        slow.close();
        quick.close();
    }

    @Test
    void aSlowEndpointLeavesRoomForTheOthers() {
        slow.shut();
        var ids = IntStream.range(0, 80)
                .mapToObj(number -> plant.accepted(sender, "shop", "orders", "slow"))
                .toList();
        Awaitility.await().until(() -> inHand("orders") == TO_ONE);

        plant.await(plant.accepted(sender, "shop", "notes", "quick"), "delivered");

        assertThat(inHand("orders")).isEqualTo(TO_ONE);
        slow.open();
        ids.forEach(id -> plant.await(id, "delivered"));
        assertThat(ids).allSatisfy(id -> assertThat(slow.times(id)).isEqualTo(1));
    }

    @Test
    void nothingOfAPartnerThatIsOffIsTakenOrDelivered() throws IOException {
        slow.shut();
        for (int number = 0; number < TO_ONE; number++) {
            plant.accepted(sender, "shop", "orders", "before");
        }
        Awaitility.await().until(() -> inHand("orders") == TO_ONE);
        var waiting = plant.accepted(sender, "shop", "returns", "waits");
        active("initech", false);
        slow.open();
        plant.await(plant.accepted(sender, "shop", "orders", "after"), "delivered");
        Awaitility.await().until(() -> inHand("orders") == 0);

        var refused = plant.send(sender, "shop", "returns", "unwanted", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("switched off");
        var box = Path.of("target/folders", here.account().shortId(), "in/box");
        Files.writeString(box.resolve("late.txt"), "late");
        Awaitility.await()
                .until(() -> Arrays.stream(Objects.requireNonNull(
                                box.resolve(".failed").toFile().list()))
                        .anyMatch(file -> file.endsWith("late.txt.reason")));
        assertThat(slow.times(waiting)).isZero();

        active("initech", true);
        plant.await(waiting, "delivered");
        assertThat(slow.times(waiting)).isEqualTo(1);
    }

    @Test
    void whatIsOldGoesWithEverythingAboutIt() {
        slow.answers(422);
        var kept = plant.accepted(sender, "shop", "orders", "looked after");
        plant.await(kept, "failed");
        slow.answers(200);
        var gone = plant.accepted(sender, "shop", "notes", "done with");
        plant.await(gone, "delivered");
        var account = here.account().id();
        var sums = sums();

        while (old.remove(account, Instant.now().plusSeconds(60), 2) > 0) {
            assertThat(sums()).isEqualTo(sums);
        }

        assertThat(mayor.get("/api/v1/messages/" + gone).status()).isEqualTo(404);
        assertThat(mayor.get("/api/v1/messages/" + kept).status())
                .as("its issue is open")
                .isEqualTo(200);
        assertThat(sums()).isEqualTo(sums);
        for (var id : List.of(gone)) {
            assertThat(jdbc.sql("""
                    select (select count(*) from jobs where account = :account and message = :id)
                        + (select count(*) from message_bodies where account = :account and message = :id)
                    """)
                            .param("account", account.value())
                            .param("id", UUID.fromString(id))
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        var issue = mayor.get("/api/v1/issues?message=" + kept)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        mayor.post("/api/v1/issues/" + issue + "/comments", Map.of("text", "Forget it"));
        mayor.post("/api/v1/issues/" + issue + "/close", Map.of());
        assertThat(old.remove(account, Instant.now().plusSeconds(60), 100)).isPositive();
        assertThat(mayor.get("/api/v1/issues/" + issue).status()).isEqualTo(404);
    }

    @Test
    void filesThatWereTakenLongAgoGoWithTheMessages() throws IOException {
        var box = Path.of("target/folders", here.account().shortId(), "in/box");
        var longAgo = "01900000-0000-7000-8000-00000000000";
        var old = List.of(
                box.resolve(".done").resolve(longAgo + "1-paper.txt"),
                box.resolve(".failed").resolve(longAgo + "2-odd.txt"),
                box.resolve(".failed").resolve(longAgo + "2-odd.txt.reason"),
                box.resolve(".failed").resolve(longAgo + "3~long"),
                box.resolveSibling("given-up").resolve(".done").resolve(longAgo + "4-paper.txt"));
        var stays = List.of(
                box.resolve(".done").resolve(Ids.next() + "-paper.txt"),
                box.resolve(".done").resolve("notes.txt"),
                box.resolve(".work").resolve(longAgo + "5-paper.txt.part"),
                box.resolveSibling("elsewhere").resolve(longAgo + "6-paper.txt"));
        for (var file : Stream.concat(old.stream(), stays.stream()).toList()) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "x");
        }
        var door = box.resolveSibling("door");
        Files.createDirectories(door);
        Files.createSymbolicLink(
                door.resolve(".done"), box.resolveSibling("elsewhere").toAbsolutePath());

        sweeper.removeBefore(here.account().id(), Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(old).allSatisfy(file -> assertThat(file).doesNotExist());
        assertThat(stays).allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void noNumberOfSlowEndpointsHoldsUpTheOthers() {
        slow.shut();
        var ids = IntStream.range(0, SLOW * TO_ONE)
                .mapToObj(number -> plant.accepted(sender, "shop", "slow-" + number % SLOW, "slow"))
                .toList();
        Awaitility.await().until(() -> inHand("slow-%") == SLOW * TO_ONE);

        plant.await(plant.accepted(sender, "shop", "notes", "quick"), "delivered");

        assertThat(inHand("slow-%")).isEqualTo(SLOW * TO_ONE);
        slow.open();
        ids.forEach(id -> plant.await(id, "delivered"));
        assertThat(ids).allSatisfy(id -> assertThat(slow.times(id)).isEqualTo(1));
    }

    private List<String> sums() {
        return jdbc.sql("""
                select format('open %s, delivered %s, failed %s', sum(open), sum(delivered), sum(failed))
                from message_hours where account = :account
                """)
                .param("account", here.account().id().value())
                .query(String.class)
                .list();
    }

    private long inHand(String type) {
        return jdbc.sql("""
                select count(*) from jobs j join messages m on m.account = j.account and m.id = j.message
                where j.account = :account and j.state = 'active' and m.type like :type
                """)
                .param("account", here.account().id().value())
                .param("type", type)
                .query(Long.class)
                .single();
    }

    private void active(String partner, boolean on) {
        var answer = mayor.patch("/api/v1/partners/" + partner, Map.of("active", on));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}

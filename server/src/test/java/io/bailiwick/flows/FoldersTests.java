package io.bailiwick.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.flows.Configuration.Flow;
import io.bailiwick.flows.Configuration.Point;
import io.bailiwick.flows.Configuration.Target;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Quarter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.camel.component.file.GenericFile;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages that come as files and go as files, in real folders. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FoldersTests {
    private static final String REFERENCE = "/api/v1/messages?q=";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private Intake intake;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private Quarter here;
    private Visitor mayor;
    private Plant plant;
    private Path in;
    private Path out;

    @BeforeAll
    void settle() {
        here = town.quarter("Yard");
        mayor = panel.signIn(here.mayor());
        plant = new Plant(mayor);
        plant.folderEndpoint("archive");
        plant.folderPoint("drop");
        plant.flow("drop", "acme", "archive", "orders");
        plant.flow("drop", "initech", "archive", "invoices");
        plant.folderPoint("lone");
        plant.accessPoint("web");
        plant.flow("web", "acme", "archive", "notes");
        plant.restart();
        var base = Path.of("target/folders", here.account().shortId());
        in = base.resolve("in/drop");
        out = base.resolve("out/archive");
    }

    @Test
    void aFileIsAMessageAndAMessageAFile() throws IOException {
        put(in, "orders--PO-1.xml", "<order>ä</order>");

        var file = Awaitility.await()
                .until(() -> find(out, "-PO-1.xml"), Optional::isPresent)
                .orElseThrow();

        assertThat(Files.readString(file)).isEqualTo("<order>ä</order>");
        var message = mayor.get(REFERENCE + "PO-1").json().path("items").path(0);
        var id = message.path("id").asString();
        assertThat(file.getFileName().toString()).isEqualTo(id + "-PO-1.xml");
        assertThat(message.path("partner").asString()).isEqualTo("acme");
        assertThat(message.path("type").asString()).isEqualTo("orders");
        assertThat(message.path("sender").asString()).isEqualTo("Point drop");
        plant.await(id, "delivered");
        assertThat(mayor.get("/api/v1/messages/" + id + "/body").header("Bailiwick-Content-Type"))
                .isEqualTo("application/xml");
        Awaitility.await().until(() -> Files.exists(in.resolve(".done").resolve(id + "-orders--PO-1.xml")));
        assertThat(in.resolve("orders--PO-1.xml")).doesNotExist();
        assertThat(find(in.resolve(".work"), "PO-1.xml")).isEmpty();
    }

    @Test
    void whatIsPostedArrivesAsAFile() throws IOException {
        var headers = Map.of("Content-Type", "application/json", "Bailiwick-Reference", "../../N 1/x");
        var answer = plant.send(panel.visitor(), "web", "notes", "{\"n\":1}", headers);
        var id = answer.json().path("id").asString();
        plant.await(id, "delivered");
        assertThat(out.resolve(id + "-.._.._N_1_x.json")).hasContent("{\"n\":1}");
    }

    @Test
    void whatCannotBecomeAMessageIsPutAsideWithTheReason() throws IOException {
        put(in, "unheard-of--1.txt", "x");
        put(in, "plain.txt", "x");
        put(in, "orders--large.txt", "x".repeat(1_000_001));
        put(in, "orders--" + "n".repeat(101) + ".txt", "x");
        put(in, "orders--" + "ä".repeat(110), "x");
        Files.createSymbolicLink(in.resolve("orders--link.txt"), Path.of("/etc/hostname"));
        var failed = in.resolve(".failed");
        var reasons = Map.of(
                "-unheard-of--1.txt",
                "only `orders`, `invoices`",
                "-plain.txt",
                "at the beginning of the name, before `--`",
                "-orders--large.txt",
                "larger than 1 MB",
                "nnnnn.txt",
                "at most 100 characters",
                "~orders--" + "ä".repeat(42),
                "too long",
                "-orders--link.txt",
                "a link");
        for (var reason : reasons.entrySet()) {
            var told = Awaitility.await()
                    .until(() -> find(failed, reason.getKey() + ".reason"), Optional::isPresent)
                    .orElseThrow();
            assertThat(Files.readString(told)).contains(reason.getValue());
            Awaitility.await().until(() -> find(failed, reason.getKey()).isPresent());
        }
    }

    @Test
    void whatIsStillBeingWrittenIsLeftAlone() throws IOException {
        Files.writeString(in.resolve("orders--half.txt.part"), "half");
        put(in, "orders--whole.txt", "whole");
        Awaitility.await().until(() -> find(out, "-whole.txt"), Optional::isPresent);
        assertThat(in.resolve("orders--half.txt.part")).exists();

        var stillness = new Stillness(Duration.ZERO);
        assertThat(stillness.accept(file(1, 10))).as("seen for the first time").isFalse();
        assertThat(stillness.accept(file(2, 10))).as("it has grown").isFalse();
        assertThat(stillness.accept(file(2, 11))).as("it was written to").isFalse();
        assertThat(stillness.accept(file(2, 11))).isTrue();
        assertThat(new Stillness(Duration.ofHours(1)).accept(file(1, 10))).isFalse();
    }

    private static GenericFile<File> file(long size, long modified) {
        var file = new GenericFile<File>();
        file.setFileNameOnly("file");
        file.setFileLength(size);
        file.setLastModified(modified);
        return file;
    }

    @Test
    void whatIsTakenTwiceByOneIdIsOneMessage() {
        var account = here.account().id();
        var partner = UUID.fromString(String.valueOf(here.ids().get("partners")));
        var nowhere = new Target(Ids.next(), "nowhere", "Nowhere", null, "nowhere", 1);
        var point = new Point(Ids.next(), "gone", "Gone", "gone");
        var flow = new Flow(Ids.next(), point, partner, nowhere, Direction.INBOUND, "twice");
        var incoming =
                new Incoming(Ids.next(), Instant.now(), flow, "Gone", null, "text/plain", "twice", new byte[] {1});
        intake.accept(account, incoming);
        intake.accept(account, incoming);
        assertThat(mayor.get(REFERENCE + "twice").json().path("total").asInt()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from jobs where account = :account and message = :message")
                        .param("account", account.value())
                        .param("message", incoming.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void oneOfManyNodesClaimsAFile() throws Exception {
        var base = Path.of("target/folders").toAbsolutePath();
        var inbox = new Inbox(new Folder(base, List.of(here.account().shortId(), "in", "race")));
        inbox.make();
        try (var nodes = Executors.newFixedThreadPool(8)) {
            for (int number = 0; number < 25; number++) {
                Files.writeString(inbox.folder().path().resolve("file"), "text");
                var claims = Collections.nCopies(8, (Callable<Boolean>)
                        () -> inbox.claim(Ids.next(), "file").isPresent());
                assertThat(nodes.invokeAll(claims).stream()
                                .filter(Future::resultNow)
                                .count())
                        .isEqualTo(1);
            }
        }
        assertThat(names(inbox.folder().path().resolve(".work"), "-file")).hasSize(25);
    }

    @Test
    void noFileIsWrittenOver() throws IOException {
        put(in, "invoices--kept.txt", "mine");
        var file = Awaitility.await()
                .until(() -> find(out, "-kept.txt"), Optional::isPresent)
                .orElseThrow();
        var id = file.getFileName().toString().substring(0, 36);
        plant.await(id, "delivered");
        Files.writeString(file, "somebody else’s");
        mayor.post("/api/v1/messages/" + id + "/reprocess", Map.of());
        assertThat(plant.await(id, "failed").path("reason").asString()).contains("another file called");
        assertThat(file).hasContent("somebody else’s");
        Files.writeString(file, "mine");
        mayor.post("/api/v1/messages/" + id + "/reprocess", Map.of());
        plant.await(id, "delivered");
        assertThat(file).hasContent("mine");
    }

    @Test
    void aDeletedAccessPointTakesNoFileAnyMore() throws IOException {
        var lone = in.resolveSibling("lone");
        assertThat(mayor.delete("/api/v1/access-points/lone").status()).isEqualTo(204);
        put(lone, "late.txt", "late");
        put(in, "orders--after.txt", "after");
        Awaitility.await().until(() -> find(out, "-after.txt"), Optional::isPresent);
        assertThat(lone.resolve("late.txt")).exists();
    }

    @Test
    void aLinkInPlaceOfAFolderLeadsNowhere() throws IOException {
        var elsewhere = Files.createTempDirectory("elsewhere");
        Files.createSymbolicLink(in.resolveSibling("linked"), elsewhere);
        plant.folderPoint("linked");
        plant.restart();

        assertThat(mayor.get("/api/v1/engine").json().path("reason").asString())
                .contains("`Point linked` cannot be used", "a link");
        assertThat(mayor.get("/engine").body()).contains("cannot be used");
        Files.writeString(elsewhere.resolve("secret.txt"), "not for them");
        put(in, "orders--beside.txt", "beside");
        Awaitility.await().until(() -> find(out, "-beside.txt"), Optional::isPresent);
        assertThat(elsewhere.resolve("secret.txt")).exists();
        assertThat(mayor.delete("/api/v1/access-points/linked").status()).isEqualTo(204);
    }

    @Test
    void namesStayBelowTheBaseDirectory() {
        for (var folder : List.of("..", ".done", "a/b", "a\\b", "Orders", "", "x".repeat(41))) {
            var answer = mayor.post(
                    "/api/v1/access-points", Map.of("name", "Sly", "key", "sly", "kind", "folder", "folder", folder));
            assertThat(answer.status()).as(folder).isEqualTo(422);
            assertThat(answer.body()).contains("\"folder\"");
        }
        assertThat(mayor.post(
                                "/api/v1/access-points",
                                Map.of("name", "Two", "key", "two", "kind", "folder", "folder", "drop"))
                        .body())
                .contains("Another access point watches that folder");
        assertThat(mayor.post("/api/v1/access-points", Map.of("name", "Odd", "key", "odd", "kind", "pigeon"))
                        .body())
                .contains("`http` or `folder`");
        assertThat(mayor.patch("/api/v1/access-points/drop", Map.of("kind", "http"))
                        .status())
                .isEqualTo(422);
        assertThat(mayor.post("/api/v1/access-points/drop/secret", Map.of()).status())
                .isEqualTo(409);
        assertThat(mayor.post(
                                "/api/v1/endpoints",
                                Map.of(
                                        "name",
                                        "Both",
                                        "key",
                                        "both",
                                        "kind",
                                        "folder",
                                        "folder",
                                        "both",
                                        "url",
                                        "https://x.example/"))
                        .body())
                .contains("leave it out");
        var settings = new FlowSettings(
                List.of(), Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), null, Duration.ZERO);
        var faults = new ArrayList<Fault>();
        var none = new Folders(settings, accounts);
        assertThat(none.isOffered()).isFalse();
        none.checked("folder", "drop", null, faults);
        assertThat(faults)
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("BAILIWICK_FLOWS_FOLDERS"));
    }

    @Test
    void pagesTellWhereFilesGo() {
        assertThat(mayor.get("/access-points/drop").body())
                .contains(here.account().shortId() + "/in/drop", ".failed")
                .doesNotContain("New secret");
        assertThat(mayor.get("/endpoints/archive").body())
                .contains(here.account().shortId() + "/out/archive", "none is written over");
        assertThat(mayor.get("/endpoints").body()).contains("archive", "Folder");
        var made = mayor.form(
                "/access-points", Map.of("name", "By hand", "key", "hand", "kind", "folder", "folder", "hand"));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        assertThat(mayor.get("/api/v1/access-points/hand").json().path("folder").asString())
                .isEqualTo("hand");
        assertThat(mayor.delete("/api/v1/access-points/hand").status()).isEqualTo(204);
    }

    @Test
    void aRestartUnderLoadLosesNoFileAndDoublesNone() throws Exception {
        var writers = IntStream.range(0, 4)
                .mapToObj(writer -> Thread.ofVirtual()
                        .start(() -> IntStream.range(0, 50)
                                .forEach(number -> put(in, "orders--load-" + writer + "-" + number + ".txt", "load"))))
                .toList();
        Awaitility.await().until(() -> find(out, ".txt", "-load-").isPresent());
        plant.restart();
        plant.restart();
        for (var writer : writers) {
            writer.join();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> names(out, "-load-").size() >= 200);
        assertThat(names(out, "-load-").stream().map(name -> name.substring(36)).distinct())
                .hasSize(200);
        assertThat(names(out, "-load-")).hasSize(200);
        assertThat(mayor.get(REFERENCE + "load-").json().path("total").asInt()).isEqualTo(200);
        Awaitility.await().until(() -> names(in.resolve(".done"), "--load-").size() == 200);
        assertThat(names(out, ".bailiwick-")).isEmpty();
    }

    private static void put(Path folder, String name, String text) {
        try {
            var part = folder.resolve("." + UUID.randomUUID());
            Files.writeString(part, text);
            Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Optional<Path> find(Path folder, String ending) throws IOException {
        return find(folder, ending, "");
    }

    private static Optional<Path> find(Path folder, String ending, String part) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending)
                            && file.getFileName().toString().contains(part))
                    .findFirst();
        }
    }

    private static List<String> names(Path folder, String part) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains(part))
                    .toList();
        }
    }
}

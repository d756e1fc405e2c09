package io.bailiwick.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.BailiwickApplication;
import io.bailiwick.Cast;
import io.bailiwick.TestDatabase;
import io.bailiwick.Visitor;
import io.bailiwick.flows.Plant;
import io.bailiwick.users.QuickHashes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Two servers before one database, one of which can be cut off from it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodesTests {
    private static final String PROXY = "/authz/shop/ext-authz/orders/1";
    private static final Path FOLDERS = Path.of("target/folders-of-nodes").toAbsolutePath();
    private static final Map<String, String> FORWARDED = Map.of("X-Forwarded-For", "127.0.0.1");

    /** As promised: what is known may be so old, and so soon it is new again. */
    private static final Duration BOUND = Duration.ofSeconds(5);

    /** Well below the second for which a session is believed without being asked about. */
    private static final Duration AT_ONCE = Duration.ofMillis(700);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Door door;
    private ConfigurableApplicationContext here;
    private ConfigurableApplicationContext there;
    private Cast cast;
    private Visitor ada;

    @BeforeAll
    void twoNodes() throws IOException {
        var database = TestDatabase.fresh();
        door = new Door(URI.create(database.url().substring("jdbc:".length())).getPort());
        here = start(Cast.class, database.url(), database);
        cast = here.getBean(Cast.class);
        there = start(
                BailiwickApplication.class,
                database.url().replaceFirst(":[0-9]+/", ":" + door.port() + "/")
                        + "?sslmode=disable&gssEncMode=disable",
                database);
        ada = visitor(here);
        ada.signIn(cast.ada);
        assertThat(ada.post("/api/v1/applications", Map.of("name", "Shop", "key", "shop"))
                        .status())
                .isEqualTo(201);
        assertThat(ada.post(
                                "/api/v1/areas",
                                Map.of("application", "shop", "name", "Orders", "paths", List.of("/orders")))
                        .status())
                .isEqualTo(201);
    }

    @AfterEach
    void everythingIsAsBefore() {
        door.open();
        await().atMost(BOUND.multipliedBy(4)).until(() -> ready() == 200);
    }

    @AfterAll
    void stop() throws IOException {
        there.close();
        here.close();
        door.close();
    }

    @Test
    void whoeverSignsOutHereIsSignedOutThereAtOnce() {
        for (var round = 0; round < 3; round++) {
            var person = new Pair(cast.kevin);
            assertThat(person.here.delete("/api/v1/session").status()).isEqualTo(204);
            assertThat(person.untilThere(401)).isLessThan(AT_ONCE);
        }
    }

    @Test
    void whoeverIsDisabledHereIsOutThereAtOnce() {
        var person = new Pair(cast.extra("Olga Out"));
        change(person.person, Map.of("status", "disabled"));
        assertThat(person.untilThere(401)).isLessThan(AT_ONCE);
    }

    @Test
    void aNarrowerAllowListHereHoldsThereAtOnce() {
        var person = new Pair(cast.extra("Nick Narrow"));
        change(person.person, Map.of("network", List.of("10.0.0.0/8")));
        assertThat(person.untilThere(403)).isLessThan(AT_ONCE);
    }

    @Test
    void aRevocationReachesTheOtherNodeWithinASecondAndMostlyMuchSooner() {
        var person = new Pair(cast.extra("Ruth Revoked"));
        var took = new ArrayList<Duration>();
        for (var round = 0; round < 50; round++) {
            change(person.person, Map.of("network", List.of("10.0.0.0/8")));
            took.add(person.untilThere(403));
            change(person.person, Map.of("network", List.of()));
            took.add(person.untilThere(200));
        }
        took.sort(null);

        assertThat(took.getLast()).as("of " + took).isLessThan(Duration.ofSeconds(1));
        assertThat(took.get(took.size() / 2)).as("of " + took).isLessThan(Duration.ofMillis(250));
    }

    /** The other person's allowance shows that it is not the staleness bound that refuses. */
    @Test
    void aRevocationArrivesByAskingAloneWhenNoNotificationDoes() {
        var person = new Pair(cast.extra("Polly Polled"));
        var other = new Pair(cast.extra("Otis Other"));
        door.swallowNotifications();
        change(person.person, Map.of("network", List.of("10.0.0.0/8")));

        await().atMost(BOUND).until(() -> person.askThere() == 403 && other.askThere() == 200);
        assertThat(door.swallowed()).isPositive();
    }

    @Test
    void anotherTimeZoneHereIsToldThereAtOnce() {
        var person = new Pair(cast.extra("Zoe Zone"));
        change(person.person, Map.of("timeZone", "Asia/Tokyo"));
        await().atMost(AT_ONCE)
                .until(() -> person.there
                        .send("GET", PROXY, null, FORWARDED)
                        .header("Bailiwick-Time-Zone")
                        .equals("Asia/Tokyo"));
    }

    @Test
    void aReadAfterAWriteElsewhereIsNeverStale() {
        var person = new Pair(cast.ada);
        for (var round = 0; round < 20; round++) {
            var made = ada.post("/api/v1/groups", Map.of("name", "Fresh " + round));
            var atLeast = Map.of("Bailiwick-At-Least", made.header("Bailiwick-Revision"));
            var read = person.there.send(
                    "GET", "/api/v1/groups/" + made.json().path("id").asString(), null, atLeast);
            assertThat(read.status()).isEqualTo(200);
            assertThat(Long.parseLong(read.header("Bailiwick-Revision")))
                    .isGreaterThanOrEqualTo(Long.parseLong(made.header("Bailiwick-Revision")));
        }
    }

    @Test
    void withoutItsDatabaseANodeAnswersForFiveSecondsAndThenAllowsNothing() throws Exception {
        var person = new Pair(cast.kevin);
        var unknown = new Pair(cast.sami);
        var disabled = new Pair(cast.extra("Dan Disabled"));
        var stranger = onTheOtherSide(visitor(here), cast.nora);
        untilTheSignInsAreHeardOfThere(person, unknown, disabled);

        door.shut();
        var cut = System.nanoTime();
        var asking = CompletableFuture.supplyAsync(() -> askUntilRefused(cut, person, disabled));
        change(disabled.person, Map.of("status", "disabled"));
        assertThat(stranger.send("GET", PROXY, null, FORWARDED).status())
                .as("whom it has not seen")
                .isEqualTo(403);
        assertThat(stranger.get("/api/v1/users").status()).isEqualTo(503);

        assertThat(asking.get().getLast()).as("the last allowance").isBetween(Duration.ofSeconds(2), BOUND);
        for (var someone : List.of(person, unknown, disabled)) {
            assertThat(someone.askThere()).isEqualTo(403);
            var refused = someone.there.get("/api/v1/users");
            assertThat(refused.status()).as(refused.body()).isEqualTo(503);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
        assertThat(ready()).isEqualTo(503);
        assertThat(new Pair(cast.kevin, visitor(here)).here.get("/api/v1/me").status())
                .as("the other node")
                .isEqualTo(200);

        door.open();
        await().atMost(BOUND).until(() -> person.askThere() == 200);
        assertThat(disabled.askThere()).isEqualTo(401);
        assertThat(person.there.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aDatabaseThatIsOnlySilentIsLikeOneThatIsAway() {
        var person = new Pair(cast.kevin);

        door.hold();
        var answers = askUntilRefused(System.nanoTime(), person, person);

        assertThat(answers.getLast()).isLessThanOrEqualTo(BOUND);
        assertThat(person.there.get("/api/v1/me").status()).isEqualTo(503);
        door.open();
        await().atMost(BOUND).until(() -> person.askThere() == 200);
    }

    @Test
    void bothTakeUpARestartAndEachFileIsTakenByOneOfThem() throws IOException {
        var plant = new Plant(ada);
        plant.folderPoint("drop");
        plant.folderEndpoint("archive");
        plant.flow("drop", Cast.ACME, "archive", "papers");
        plant.restart();
        await().atMost(BOUND).until(() -> enginesThatRun() == 2);
        var in = FOLDERS.resolve(cast.northgate.shortId()).resolve("in/drop");
        for (var number = 0; number < 80; number++) {
            Files.writeString(in.resolve("paper-" + number + ".txt"), "text");
            if (number == 40) {
                plant.restart();
                assertThat(enginesThatRun()).as("when it is said to run").isEqualTo(2);
            }
        }

        var out = FOLDERS.resolve(cast.northgate.shortId()).resolve("out/archive");
        await().atMost(BOUND.multipliedBy(4)).until(() -> names(out).count() == 80);
        await().atMost(BOUND).until(() -> names(in.resolve(".done")).count() == 80);
        assertThat(names(out).map(name -> name.substring(36)).distinct()).hasSize(80);
        assertThat(ada.get("/api/v1/messages?type=papers").json().path("total").asInt())
                .isEqualTo(80);
    }

    @Test
    @Timeout(60)
    void whatIsSaidHereIsToldThere() throws Exception {
        var issue = "/api/v1/issues/" + new Plant(ada).everything(visitor(here)).get("issues");
        var cookies = ada.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        var address = "http://127.0.0.1:" + port(there, "local.server.port") + issue + "/events";
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "text/event-stream")
                .header("Cookie", cookies)
                .build();
        try (var lines = http.send(request, BodyHandlers.ofLines()).body()) {
            assertThat(ada.post(issue + "/comments", Map.of("text", "Said here"))
                            .status())
                    .isEqualTo(201);
            assertThat(lines.anyMatch(line -> line.startsWith("data: "))).isTrue();
        }
        assertThat(visitor(there)
                        .inSessionOf(ada)
                        .get(issue.replace("/api/v1", ""))
                        .body())
                .contains("Said here");
    }

    private long enginesThatRun() {
        return here.getBean(JdbcClient.class)
                .sql("""
                        select count(*) from engine_restarts r join engines e on e.account = r.account
                        where r.account = :account and r.generation = e.generation and r.state = 'running'
                        """)
                .param("account", cast.northgate.id().value())
                .query(Long.class)
                .single();
    }

    private static Stream<String> names(Path folder) {
        return Stream.of(Objects.requireNonNull(folder.toFile().list())).filter(name -> !name.startsWith("."));
    }

    /** A sign-in makes the other node read the account's sessions anew, which it could not do once it is cut off. */
    private static void untilTheSignInsAreHeardOfThere(Pair... pairs) {
        await().during(Duration.ofMillis(500))
                .atMost(BOUND)
                .until(() -> Stream.of(pairs).allMatch(pair -> pair.askThere() == 200));
    }

    /** How long after the cut each allowance was given, until none was given for a while. */
    private static List<Duration> askUntilRefused(long cut, Pair one, Pair other) {
        var allowed = new ArrayList<>(List.of(Duration.ZERO));
        var end = cut + BOUND.plusMillis(1_500).toNanos();
        while (System.nanoTime() < end) {
            for (var pair : List.of(one, other)) {
                var asked = System.nanoTime();
                var status = pair.askThere();
                assertThat(status).isIn(200, 403);
                if (status == 200) {
                    allowed.add(Duration.ofNanos(asked - cut));
                }
            }
        }
        return allowed;
    }

    /** One person's session in both nodes, known to both. */
    private final class Pair {
        private final Cast.Person person;
        private final Visitor here;
        private final Visitor there;

        Pair(Cast.Person person) {
            this(person, visitor(NodesTests.this.here));
            assertThat(askThere()).isEqualTo(200);
        }

        Pair(Cast.Person person, Visitor here) {
            this.person = person;
            this.here = here;
            this.there = onTheOtherSide(here, person);
        }

        int askThere() {
            return there.send("GET", PROXY, null, FORWARDED).status();
        }

        /** How long the other node takes to answer so. */
        Duration untilThere(int status) {
            var begun = System.nanoTime();
            await().atMost(BOUND).pollInterval(Duration.ofMillis(10)).until(() -> askThere() == status);
            return Duration.ofNanos(System.nanoTime() - begun);
        }
    }

    private Visitor onTheOtherSide(Visitor signedOut, Cast.Person person) {
        signedOut.signIn(person);
        return visitor(there).inSessionOf(signedOut);
    }

    private void change(Cast.Person person, Map<String, ?> fields) {
        var path = "/api/v1/users/" + person.id();
        var answer = ada.patch(path, fields);
        if (answer.status() == 409) {
            answer =
                    ada.patch(path + "?confirm=" + answer.json().path("confirm").asString(), fields);
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private int ready() {
        return new Visitor(http, JsonMapper.shared(), "http://127.0.0.1:" + port(there, "local.management.port"))
                .get("/readyz")
                .status();
    }

    private Visitor visitor(ConfigurableApplicationContext node) {
        return new Visitor(http, JsonMapper.shared(), "http://127.0.0.1:" + port(node, "local.server.port"));
    }

    private static String port(ConfigurableApplicationContext node, String name) {
        return String.valueOf(node.getEnvironment().getProperty(name));
    }

    private static ConfigurableApplicationContext start(Class<?> besides, String url, TestDatabase database) {
        return new SpringApplicationBuilder(BailiwickApplication.class, QuickHashes.class, besides)
                .run(
                        "--bailiwick.port=0",
                        "--bailiwick.management-port=0",
                        "--bailiwick.trusted-proxies=127.0.0.1",
                        "--bailiwick.flows.private-networks=127.0.0.0/8",
                        "--bailiwick.flows.folders=" + FOLDERS,
                        "--bailiwick.flows.folder-quiet=100ms",
                        "--bailiwick.database.url=" + url,
                        "--bailiwick.database.user=" + database.user(),
                        "--bailiwick.database.password=" + database.password(),
                        "--bailiwick.database.connections=10");
    }
}

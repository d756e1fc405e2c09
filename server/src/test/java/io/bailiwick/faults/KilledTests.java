package io.bailiwick.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Processes that are killed while people write: what was acknowledged is there, whole, and written down once. */
class KilledTests {
    private static final int WRITERS = 6;
    private static final int ENOUGH = 60;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Integer> refusals = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone() throws Exception {
        var data = Child.emptyData("killed");
        Visitor session;
        try (var child = Child.start(data)) {
            var ada = signIn(child);
            area(ada);
            var writers = write(child, ada);
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH);
            child.kill();
            join(writers);
            session = ada;
        }
        var beforeTheKill = Set.copyOf(acknowledged);

        try (var child = Child.start(data)) {
            assertWhole(child, beforeTheKill);
            assertThat(child.visitor(http)
                            .inSessionOf(session)
                            .get("/api/v1/me")
                            .status())
                    .as("the session is not lost")
                    .isEqualTo(200);
            assertASecondStartIsRefusedBeforeAnythingElse(child);
            killPostgres(child);
        }
        assertAnOrderlyEnd(data);
    }

    /** The setting that is wrong would be told before the first part of the server is made: nothing was made. */
    private static void assertASecondStartIsRefusedBeforeAnythingElse(Child running) throws Exception {
        var second = Child.launch(running.data(), "--bailiwick.log=loud");
        var said = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(second.waitFor()).as(said).isEqualTo(1);
        assertThat(said.lines())
                .singleElement()
                .asString()
                .contains(
                        "Bailiwick does not start: The data directory `" + running.data(),
                        "in use by another Bailiwick (process "
                                + running.process().pid() + ")",
                        "BAILIWICK_DATA_DIR");
    }

    /** The server goes on by itself once PostgreSQL is there again. */
    private void killPostgres(Child child) throws Exception {
        var ada = signIn(child);
        var already = acknowledged.size();
        child.said().clear();
        var writers = write(child, ada);
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= already + ENOUGH);
        child.postgres().destroyForcibly();
        var atTheKill = acknowledged.size();
        await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() >= atTheKill + ENOUGH);
        stopped.set(true);
        join(writers);

        assertTheOutageIsSaidOnce(child);
        assertThat(refusals)
                .as(() -> "what was answered meanwhile; " + String.join("\n", child.said()))
                .isSubsetOf(503);
        assertWhole(child, acknowledged);
        assertThat(child.process().isAlive()).isTrue();
    }

    private static void assertTheOutageIsSaidOnce(Child child) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> List.copyOf(child.said()).stream().anyMatch(line -> line.contains("answers again")));
        var said = List.copyOf(child.said());
        var all = String.join("\n", said);
        assertThat(said).as(all).noneMatch(line -> line.contains("\tat ") || line.contains("Caused by"));
        assertThat(said).as(all).hasSizeLessThan(8);
        for (var once : List.of("The database does not answer", "The database answers again", "ended by itself")) {
            assertThat(said.stream().filter(line -> line.contains(once)))
                    .as(once + " in " + all)
                    .hasSize(1);
        }
    }

    /** Stopping says nothing but that it stops, and the next start finds a database that was shut down. */
    private void assertAnOrderlyEnd(Path data) throws Exception {
        var child = Child.start(data);
        var visitor = signIn(child);
        assertThat(visitor.get("/api/v1/users").status()).isEqualTo(200);
        child.said().clear();
        child.close();

        assertThat(child.said()).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
        assertThat(child.said()).noneMatch(line -> line.contains("\tat ") || line.contains("Exception"));
    }

    /** Each makes group after group, a group with two rules at a time, until it is told to stop or nobody answers. */
    private List<Thread> write(Child child, Visitor person) {
        stopped.set(false);
        return IntStream.range(0, WRITERS)
                .mapToObj(writer -> Thread.ofVirtual().start(() -> write(child, person, writer)))
                .toList();
    }

    private void write(Child child, Visitor person, int writer) {
        var visitor = child.visitor(http).inSessionOf(person);
        for (var number = 0; !stopped.get(); number++) {
            var name = "Group " + child.port() + " " + writer + " " + number;
            try {
                var answer = visitor.post("/api/v1/groups", group(name));
                if (answer.status() == 201) {
                    acknowledged.add(answer.json().path("id").asString());
                } else {
                    refusals.add(answer.status());
                }
            } catch (UncheckedIOException gone) {
                if (!child.process().isAlive()) {
                    return;
                }
            }
        }
    }

    private void assertWhole(Child child, Set<String> expected) throws IOException {
        var rows = child.rows();
        var groups = rows.sql("select id::text from groups").query(String.class).set();
        assertThat(groups).as("what was acknowledged").containsAll(expected);
        assertNone(rows, "groups without both of their rules", """
                select g.name from groups g
                where (select count(*) from rules r where r.account = g.account and r.group_id = g.id) <> 2
                """);
        assertNone(rows, "groups without exactly one change", """
                select g.name from groups g
                where (select count(*) from changes c where c.account = g.account
                    and c.items @> jsonb_build_array(jsonb_build_object('id', g.id))) <> 1
                """);
        assertNone(rows, "changes without a group", """
                select c.id::text from changes c where c.kind = 'group.created' and not exists (
                    select from groups g where c.items @> jsonb_build_array(jsonb_build_object('id', g.id)))
                """);
        assertNone(rows, "changes without exactly one audit entry", """
                select c.id::text from changes c
                where (select count(*) from audit_entries e where e.account = c.account and e.revision = c.revision
                    and e.id = c.id and e.kind = c.kind) <> 1
                """);
        assertNone(rows, "audit entries without a change", """
                select e.id::text from audit_entries e where e.revision is not null and not exists (
                    select from changes c where c.account = e.account and c.id = e.id and c.revision = e.revision)
                """);
        assertNone(rows, "accounts whose revision is not the number of their changes", """
                select a.name from accounts a where a.revision <> (select count(*) from changes c where c.account = a.id)
                """);
    }

    private static void assertNone(JdbcClient rows, String what, String query) {
        assertThat(rows.sql(query).query(String.class).list()).as(what).isEmpty();
    }

    private Visitor signIn(Child child) {
        var visitor = child.visitor(http);
        visitor.signIn(Child.EMAIL, Child.PASSWORD);
        return visitor;
    }

    private static void area(Visitor ada) {
        assertThat(ada.post("/api/v1/applications", Map.of("name", "Shop", "key", "shop"))
                        .status())
                .isEqualTo(201);
        for (var name : List.of("Orders", "Bills")) {
            var area = Map.of("application", "shop", "name", name, "paths", List.of("/" + name));
            assertThat(ada.post("/api/v1/areas", area).status()).isEqualTo(201);
        }
    }

    private static Map<String, Object> group(String name) {
        return Map.of(
                "name",
                name,
                "rules",
                List.of(
                        Map.of("area", "shop/Orders", "access", List.of("read"), "effect", "allow"),
                        Map.of("area", "shop/Bills", "access", List.of("read"), "effect", "allow")));
    }

    private static void join(List<Thread> writers) throws InterruptedException {
        for (var writer : writers) {
            writer.join();
        }
    }
}

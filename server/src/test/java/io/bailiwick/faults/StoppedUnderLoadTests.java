package io.bailiwick.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.flows.Plant;
import io.bailiwick.flows.Sink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A server that is asked to stop while messages come in over HTTP and as files and go out to both: senders are told yes or
 * no, it ends, and after the next start everything that it said yes to is there, once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoppedUnderLoadTests {
    private static final int SENDERS = 4;
    private static final int FILES = 60;

    /** How a client says that the connection was closed before anything was answered. */
    private static final Set<String> CLOSED = Set.of(
            "HTTP/1.1 header parser received no bytes",
            "Connection reset",
            "Connection refused",
            "ConnectException",
            "Broken pipe");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** What was answered yes, by how it goes out; what was answered otherwise, and how. */
    private final Set<String> accepted = new ConcurrentSkipListSet<>();

    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private Path data;
    private ChildFolders folders;
    private Sink sink;
    private Child child;
    private Plant plant;

    @BeforeAll
    void settle() throws IOException {
        data = Child.emptyData("stopped");
        folders = new ChildFolders(data.resolve("folders"));
        sink = new Sink();
        child = Child.start(data, folders.settings("2s"));
        var ada = child.visitor(http);
        ada.signIn(Child.EMAIL, Child.PASSWORD);
        ada.post("/api/v1/partners", Map.of("name", "Acme", "key", "acme"));
        plant = new Plant(ada);
        plant.endpoint("erp", sink.url("/"), 3);
        plant.folderEndpoint("archive");
        plant.accessPoint("shop");
        plant.folderPoint("drop");
        plant.flow("shop", "acme", "erp", "orders");
        plant.flow("shop", "acme", "archive", "papers");
        plant.flow("drop", "acme", "archive", "files");
        plant.restart();
    }

    @AfterAll
    void stop() throws InterruptedException {
        sink.close();
        child.close();
        http.close();
    }

    @Test
    void whatWasAcceptedArrivesOnceAndWhoWasRefusedKnowsIt() throws Exception {
        for (int number = 0; number < FILES; number++) {
            Files.writeString(folders.below("in/drop").resolve("file-" + number + ".txt"), "text " + number);
        }
        var senders = IntStream.range(0, SENDERS)
                .mapToObj(number -> Thread.ofVirtual().start(() -> send(number)))
                .toList();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        accepted.size() > 100 && !folders.files("out/archive").isEmpty());

        child.process().destroy();

        assertThat(child.process().waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
        for (var sender : senders) {
            sender.join();
        }
        assertThat(refused.keySet())
                .as("no answer breaks off")
                .allMatch(how -> how.equals("503") || CLOSED.contains(how));
        var said = List.copyOf(child.said());
        assertThat(said).noneMatch(line -> line.contains(" ERROR "));

        child = Child.start(data, folders.settings("2s"));

        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> number("select count(*) from messages where state <> 'delivered'") == 0
                        && number("select count(*) from messages where type = 'files'") == FILES);
        var kept = new TreeSet<>(ids("select id::text from messages where type <> 'files'"));
        assertThat(kept).as("what was promised, and what was kept").containsAll(accepted);
        assertThat(kept.size() - accepted.size())
                .as("kept without the sender knowing: at most one for each that was cut off")
                .isLessThanOrEqualTo(SENDERS);
        assertThat(sink.arrived().stream().map(Sink.Arrived::message))
                .as("each once")
                .containsExactlyInAnyOrderElementsOf(ids("select id::text from messages where type = 'orders'"));
        assertThat(folders.files("out/archive")).as("each file once").hasSize((int)
                number("select count(*) from messages where type <> 'orders'"));
        assertThat(folders.files("in/drop/.work")).isEmpty();
        assertThat(number("select count(*) from jobs where state in ('waiting', 'active')"))
                .isZero();
        assertThat(number("select coalesce(sum(open), 0) from message_hours")).isZero();
    }

    /** Goes on until it is refused itself. */
    private void send(int number) {
        var visitor = child.visitor(http);
        for (int message = 0; ; message++) {
            try {
                var type = message % 4 == 0 ? "papers" : "orders";
                var answer = plant.send(visitor, "shop", type, "message " + number + "-" + message, Map.of());
                if (answer.status() == 202) {
                    accepted.add(answer.json().path("id").asString());
                } else {
                    refused.merge(String.valueOf(answer.status()), 1, Integer::sum);
                    return;
                }
            } catch (UncheckedIOException gone) {
                refused.merge(word(gone), 1, Integer::sum);
                return;
            }
        }
    }

    private static String word(UncheckedIOException gone) {
        var fault = Objects.requireNonNull(gone.getCause());
        var text = fault.getMessage();
        return text == null ? fault.getClass().getSimpleName() : text;
    }

    private long number(String sql) throws IOException {
        return child.rows().sql(sql).query(Long.class).single();
    }

    private List<String> ids(String sql) throws IOException {
        return child.rows().sql(sql).query(String.class).list();
    }
}

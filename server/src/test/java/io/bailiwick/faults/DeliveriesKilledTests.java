package io.bailiwick.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.flows.Plant;
import io.bailiwick.flows.Sink;
import io.bailiwick.kernel.Ids;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed while it delivers, and while it takes files: what it accepted arrives after the next start, with
 * nothing left over, and each file is one message.
 */
class DeliveriesKilledTests {
    private static final int FILES = 150;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void whatWasAcceptedArrivesAfterTheNextStart() throws Exception {
        var data = Child.emptyData("deliveries");
        var folders = data.resolve("folders");
        var settings = new String[] {
            "--bailiwick.flows.private-networks=127.0.0.0/8",
            "--bailiwick.flows.lease=1s",
            "--bailiwick.flows.folders=" + folders,
            "--bailiwick.flows.folder-quiet=100ms"
        };
        var ids = new HashSet<String>();
        try (var sink = new Sink()) {
            try (var child = Child.start(data, settings)) {
                var ada = child.visitor(http);
                ada.signIn(Child.EMAIL, Child.PASSWORD);
                ada.post("/api/v1/partners", Map.of("name", "Acme", "key", "acme"));
                var plant = new Plant(ada);
                plant.endpoint("erp", sink.url("/"), 3);
                plant.accessPoint("shop");
                plant.flow("shop", "acme", "erp", "orders");
                plant.folderPoint("drop");
                plant.folderEndpoint("archive");
                plant.flow("drop", "acme", "archive", "papers");
                plant.restart();
                sink.shut();
                for (int number = 0; number < 100; number++) {
                    ids.add(plant.accepted(child.visitor(http), "shop", "orders", "message " + number));
                }
                for (int number = 0; number < FILES; number++) {
                    Files.writeString(below(folders, "in/drop").resolve("paper-" + number + ".txt"), "text " + number);
                }
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> files(below(folders, "in/drop/.done")).size() > 5);
                child.kill();
                assertThat(files(below(folders, "in/drop/.done")).size()).isLessThan(FILES);
                var claimed = below(folders, "in/drop/.work").resolve(Ids.next() + "-paper-" + FILES + ".txt");
                Files.writeString(claimed, "text " + FILES);
            }
            sink.open();
            try (var child = Child.start(data, settings)) {
                var rows = child.rows();
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> rows.sql("select count(*) from messages where state = 'delivered'")
                                        .query(Long.class)
                                        .single()
                                == ids.size() + FILES + 1);
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> files(below(folders, "in/drop/.done")).size() == FILES + 1);
                assertThat(files(below(folders, "in/drop/.work"))).isEmpty();
                var arrived = files(below(folders, "out/archive"));
                assertThat(arrived.stream().map(file -> file.replaceFirst("^.{36}-", "")))
                        .as("each file once, whole")
                        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(0, FILES)
                                .mapToObj(number -> "paper-" + number + ".txt")
                                .toList());
                for (var file : arrived) {
                    assertThat(below(folders, "out/archive").resolve(file))
                            .hasContent("text " + file.replaceFirst(".*-(\\d+)\\.txt", "$1"));
                }
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

    /** The only account's. */
    private static Path below(Path folders, String path) throws IOException {
        try (var accounts = Files.list(folders)) {
            return accounts.findFirst().orElseThrow().resolve(path);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }
}

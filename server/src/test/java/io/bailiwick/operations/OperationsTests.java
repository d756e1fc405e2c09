package io.bailiwick.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.bailiwick.TestDatabase;
import io.bailiwick.strings.NaughtyStrings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class OperationsTests {
    private static final String[] ANY_PORTS = {"--bailiwick.port=0", "--bailiwick.management-port=0"};

    /** The foundation alone: no other module has a say in how the server starts. */
    @EnableAutoConfiguration
    @ComponentScan({"io.bailiwick.operations", "io.bailiwick.database"})
    static class Foundation {}

    @Test
    void readyOnlyWhileTheDatabaseAnswers(CapturedOutput output) throws Exception {
        try (var context = start(ANY_PORTS)) {
            assertThat(output.getOut()).contains("Bailiwick is ready: http://127.0.0.1:");
            assertThat(get(context, "/healthz").statusCode()).isEqualTo(200);
            assertThat(get(context, "/readyz").statusCode()).isEqualTo(200);
            assertThat(get(context, "/metrics").body()).contains("hikaricp_connections", "jvm_memory_used_bytes");
            assertThat(get(context, "/env").statusCode()).isEqualTo(404);

            context.getBean(HikariDataSource.class).close();

            assertThat(get(context, "/readyz").statusCode()).isEqualTo(503);
            assertThat(get(context, "/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void allWrongSettingsAreReportedTogether(CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        Foundation.class,
                        "--bailiwick.port=abc",
                        "--bailiwick.management-port=99999",
                        "--bailiwick.address=300.1.1.1.1",
                        "--bailiwick.log=loud",
                        "--bailiwick.database.url=mysql://x",
                        "--bailiwick.database.connections=1"))
                .isInstanceOf(WrongSettings.class);

        assertThat(output.getOut())
                .contains(
                        "Bailiwick does not start:",
                        "BAILIWICK_PORT must be a whole number, not `abc`.",
                        "BAILIWICK_MANAGEMENT_PORT must be from 0 to 65535, not 99999.",
                        "BAILIWICK_ADDRESS must be an IP address such as `127.0.0.1`, not `300.1.1.1.1`.",
                        "BAILIWICK_LOG must be one of `text`, `json`, not `loud`.",
                        "BAILIWICK_DATABASE_URL must be an address such as `jdbc:postgresql://host:5432/bailiwick`.",
                        "BAILIWICK_DATABASE_CONNECTIONS must be from 4 to 80, not 1.")
                .doesNotContain("\tat ");
    }

    @Test
    void takenPortIsNamedWithTheSettingThatChangesIt(CapturedOutput output) throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> start("--bailiwick.port=" + other.getLocalPort(), "--bailiwick.management-port=0"))
                    .isInstanceOf(WrongSettings.class);

            assertThat(output.getOut())
                    .contains("Port %d of 127.0.0.1 cannot be had".formatted(other.getLocalPort()), "BAILIWICK_PORT")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void logIsOneJsonObjectALineWhenAskedFor(CapturedOutput output) {
        try (var context = start(Stream.concat(Stream.of("--bailiwick.log=json"), Stream.of(ANY_PORTS))
                .toArray(String[]::new))) {
            assertThat(context.isRunning()).isTrue();
            assertThat(output.getOut().lines().filter(line -> line.contains("Bailiwick is ready")))
                    .singleElement()
                    .asString()
                    .startsWith("{")
                    .endsWith("}");
            var log = LoggerFactory.getLogger("io.bailiwick.naughty");
            var before = output.getOut().length();
            NaughtyStrings.ALL.forEach(text -> log.info("Somebody typed {}", text));
            assertThat(output.getOut().substring(before).lines())
                    .extracting(line ->
                            JsonMapper.shared().readTree(line).path("message").asString())
                    .containsExactlyElementsOf(NaughtyStrings.ALL.stream()
                            .map(text -> "Somebody typed " + text)
                            .toList());
        }
    }

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(Foundation.class)
                .initializers(new TestDatabase.Initializer())
                .run(settings);
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
        var port = context.getEnvironment().getProperty("local.management.port");
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(port, path)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}

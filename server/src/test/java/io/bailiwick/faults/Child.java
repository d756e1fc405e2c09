package io.bailiwick.faults;

import io.bailiwick.BailiwickApplication;
import io.bailiwick.TestDatabase;
import io.bailiwick.Visitor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server as it is started for real: a process of its own with an embedded PostgreSQL in a data directory.
 *
 * @param said what it has printed, line by line
 */
public record Child(Process process, Path data, int port, List<String> said) implements AutoCloseable {
    public static final String EMAIL = "ada@northgate.example";
    public static final String PASSWORD = "four quiet lamps over water";

    private static final Path PROGRAMS = TestDatabase.FOLDER.resolve("postgresql");
    private static final Pattern READY = Pattern.compile("Bailiwick is ready: http://127\\.0\\.0\\.1:(\\d+)");

    /** An empty data directory; the unpacked programs are those that the other tests use. */
    public static Path emptyData(String name) throws IOException {
        TestDatabase.fresh();
        var data = Path.of(
                        "target", "faults", name + "-" + ProcessHandle.current().pid())
                .toAbsolutePath();
        Files.createDirectories(data);
        Files.createSymbolicLink(data.resolve("postgresql"), PROGRAMS.toRealPath());
        return data;
    }

    /** Starts it, and waits until it is ready. */
    public static Child start(Path data, String... settings) throws IOException {
        var process = launch(data, settings);
        var said = Collections.synchronizedList(new ArrayList<String>());
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            said.add(line);
            var ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(said::add));
                return new Child(process, data, Integer.parseInt(ready.group(1)), said);
            }
        }
        throw new IOException("it did not start: " + String.join("\n", said));
    }

    /** Starts it and does not wait for anything. */
    static Process launch(Path data, String... settings) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx400m",
                "-cp",
                System.getProperty("java.class.path"),
                BailiwickApplication.class.getName(),
                "--bailiwick.port=0",
                "--bailiwick.management-port=0",
                "--bailiwick.data-dir=" + data,
                "--bailiwick.admin-email=" + EMAIL,
                "--bailiwick.admin-password=" + PASSWORD));
        command.addAll(List.of(settings));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    public Visitor visitor(HttpClient http) {
        return new Visitor(http, JsonMapper.shared(), "http://127.0.0.1:" + port);
    }

    /** As `kill -9` does. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As Ctrl-C does; waits for the end. */
    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** The process of its PostgreSQL. */
    ProcessHandle postgres() throws IOException {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst())).orElseThrow();
    }

    /** Its database, past the server. */
    public JdbcClient rows() throws IOException {
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(data.resolve("database/passwords"))) {
            passwords.load(file);
        }
        var source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + pidFile().get(3) + "/bailiwick");
        source.setUser("bailiwick");
        source.setPassword(Objects.requireNonNull(passwords.getProperty("bailiwick")));
        return JdbcClient.create(source);
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(data.resolve("database/cluster/postmaster.pid")).stream()
                .map(String::strip)
                .toList();
    }
}

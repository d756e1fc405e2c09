package io.bailiwick.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTests {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path FOLDER = Path.of("target", "database-tests").toAbsolutePath();
    private Path data = FOLDER;

    /** A data directory of its own for each test; the unpacked programs are shared. */
    @BeforeEach
    void makeDataDirectory(TestInfo test) throws IOException {
        data = FOLDER.resolve(test.getTestMethod().orElseThrow().getName());
        Folders.delete(data);
        Folders.create(data);
        Archive.ofThisMachine().unpack(FOLDER.resolve("programs"));
        Files.createSymbolicLink(data.resolve("postgresql"), FOLDER.resolve("programs"));
    }

    @Test
    void rowsSurviveAKilledPostgresAndNobodyRestartsAnything() throws IOException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            var rows = rows(postgres);
            rows.sql("CREATE TABLE kept AS SELECT 1 AS one").update();
            var killed = postgres.pid();

            kill(killed);

            eventually(() -> postgres.pid() != killed && count(rows) == 1);
        }
    }

    @Test
    void rowsSurviveAKilledServerAndItsPostgresEndsWithIt() throws Exception {
        var server = Server.start(data);
        assertThat(runs(server.postgres())).isTrue();
        assertThatThrownBy(() -> EmbeddedPostgres.start(data))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining(
                        "is in use by another Bailiwick (process %d)",
                        server.process().pid())
                .hasMessageContaining("BAILIWICK_DATA_DIR");

        server.process().destroyForcibly().waitFor();

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(count(rows(postgres))).isEqualTo(1);
            assertThat(runs(server.postgres())).isFalse();
        }
    }

    @Test
    void askedToEndTheServerStopsItsPostgresCleanly() throws Exception {
        var server = Server.start(data);

        server.process().destroy();
        server.process().waitFor();

        assertThat(runs(server.postgres())).isFalse();
        assertThat(data.resolve("database/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void postgresThatOutlivedItsServerIsStopped() throws IOException {
        EmbeddedPostgres.start(data).close();
        var orphan = cluster().start(freePort(), List.of("unix_socket_directories="));
        eventually(() -> Files.exists(data.resolve("database/cluster/postmaster.pid")));

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(postgres.pid()).isNotEqualTo(orphan.pid());
        }
    }

    @Test
    void processNumberThatSomebodyElseHasNowIsLeftAlone() throws IOException {
        EmbeddedPostgres.start(data).close();
        Files.writeString(
                data.resolve("database/cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n");

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(postgres.pid()).isNotEqualTo(ProcessHandle.current().pid());
        }
    }

    @Test
    void postgresOfSomebodyElseIsLeftAlone() throws IOException {
        EmbeddedPostgres.start(data).close();
        var elsewhere = FOLDER.resolve("elsewhere");
        Folders.delete(elsewhere);
        Folders.create(elsewhere);
        Files.createSymbolicLink(elsewhere.resolve("postgresql"), FOLDER.resolve("programs"));
        try (var other = EmbeddedPostgres.start(elsewhere)) {
            var before = other.pid();
            Files.writeString(data.resolve("database/cluster/postmaster.pid"), before + "\n");

            try (var postgres = EmbeddedPostgres.start(data)) {
                assertThat(postgres.pid()).isNotEqualTo(before);
                assertThat(other.pid()).isEqualTo(before);
                assertThat(runs(before)).isTrue();
            }
        }
    }

    @Test
    void processNumberThatWasTornIsNobodys() throws IOException {
        EmbeddedPostgres.start(data).close();
        for (var torn : List.of("", "\n", "\0\0\0")) {
            Files.writeString(data.resolve("database/cluster/postmaster.pid"), torn);

            try (var postgres = EmbeddedPostgres.start(data)) {
                assertThat(shown(rows(postgres), "fsync")).isEqualTo("on");
            }
        }
    }

    @Test
    void firstStartThatWasKilledIsBegunAnew() throws Exception {
        var server = Server.launch(data);
        eventually(() -> Files.exists(data.resolve("database.unfinished." + server.pid() + "/cluster/base")));
        server.destroyForcibly().waitFor();
        assertThat(data.resolve("database")).doesNotExist();

        try (var postgres = EmbeddedPostgres.start(data)) {
            assertThat(postgres.port()).isPositive();
            assertThat(data.toFile())
                    .isDirectoryNotContaining(file -> file.getName().startsWith("database."));
        }
    }

    @Test
    void unpackingThatWasCutOffIsBegunAnew() throws IOException {
        var programs = data.resolve("half");
        var home = Archive.ofThisMachine().unpack(FOLDER.resolve("programs")).getFileName();
        Files.createDirectories(programs.resolve(home + ".unfinished/bin"));

        assertThat(Archive.ofThisMachine().unpack(programs).resolve("bin/postgres"))
                .exists();
        assertThat(programs.resolve(home + ".unfinished")).doesNotExist();
    }

    @Test
    void nothingIsOpenToOthers() throws IOException {
        try (var postgres = EmbeddedPostgres.start(data)) {
            var rows = rows(postgres);
            assertThat(shown(rows, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(Path.of("/tmp/.s.PGSQL." + postgres.port())).doesNotExist();
            assertThat(shown(rows, "fsync")).isEqualTo("on");
            assertThat(shown(rows, "data_checksums")).isEqualTo("on");
            assertThat(rows.sql("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
                            .query(Boolean.class)
                            .single())
                    .isFalse();
            assertThat(Files.getPosixFilePermissions(data.resolve("database/passwords")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            var stranger = new EmbeddedDataSource(postgres);
            stranger.setPassword("guess");
            assertThatThrownBy(stranger::getConnection).hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void runsBelowAFolderThatNobodyElseMayEnter(@TempDir Path closed) throws IOException {
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        var inside = Files.createDirectory(closed.resolve("data"));
        Files.move(Archive.ofThisMachine().unpack(closed.resolve("fresh")).getParent(), inside.resolve("postgresql"));

        try (var postgres = EmbeddedPostgres.start(inside)) {
            assertThat(shown(rows(postgres), "fsync")).isEqualTo("on");
        }
    }

    @Test
    void unreachableServerIsNamedWithTheSettingsToCheck() {
        var settings = new DatabaseSettings(
                data, new DatabaseSettings.Server("jdbc:postgresql://127.0.0.1:1/panel", "kevin", "secret", 2));

        assertThatThrownBy(() -> DatabaseConfiguration.source(settings, null))
                .isInstanceOf(DatabaseFailure.class)
                .hasMessageContaining("`127.0.0.1:1/panel`")
                .hasMessageContaining("`kevin`")
                .hasMessageContaining("BAILIWICK_DATABASE_URL")
                .hasMessageNotContaining("secret");
    }

    private Cluster cluster() throws IOException {
        var programs = Programs.in(Archive.ofThisMachine().unpack(data.resolve("postgresql")));
        return Cluster.open(data.resolve("database"), programs);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static JdbcClient rows(EmbeddedPostgres postgres) {
        return JdbcClient.create(new EmbeddedDataSource(postgres));
    }

    private static int count(JdbcClient rows) {
        try {
            return rows.sql("SELECT count(*) FROM kept").query(Integer.class).single();
        } catch (RuntimeException away) {
            return -1;
        }
    }

    private static String shown(JdbcClient rows, String name) {
        return rows.sql("SELECT current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    /** Whether the process is there; one that has ended and still waits to be noticed has no command. */
    private static boolean runs(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().command())
                .isPresent();
    }

    private static void kill(long pid) throws IOException {
        new ProcessBuilder("kill", "-9", Long.toString(pid)).start();
    }

    private static void eventually(BooleanSupplier condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition::getAsBoolean);
    }
}

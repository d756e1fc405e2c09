package io.bailiwick.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The database for a command on the server's machine: the PostgreSQL server that the settings name; else the embedded one,
 * shared with the server while that runs, and started for as long as the command takes while it does not.
 */
public final class CommandDatabase implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PORT_LINE = 3;

    private final DataSource source;
    private final @Nullable EmbeddedPostgres own;

    private CommandDatabase(DataSource source, @Nullable EmbeddedPostgres own) {
        this.source = source;
        this.own = own;
    }

    /**
     * Connects by the settings of the server.
     *
     * @throws DatabaseFailure if there is no database, or it does not answer
     */
    public static CommandDatabase open(Environment environment) {
        var settings = Binder.get(environment).bindOrCreate("bailiwick", DatabaseSettings.class);
        if (StringUtils.hasText(settings.database().url())) {
            return new CommandDatabase(DatabaseConfiguration.source(settings, null), null);
        }
        var directory = settings.dataDir().toAbsolutePath().normalize();
        if (!Files.isDirectory(directory.resolve("database"))) {
            throw new DatabaseFailure(
                    "There is no database in `%s`: name the server’s data directory in BAILIWICK_DATA_DIR, or its PostgreSQL server in BAILIWICK_DATABASE_URL."
                            .formatted(directory));
        }
        if (DataDirectory.isInUse(directory)) {
            return new CommandDatabase(running(directory), null);
        }
        var postgres = EmbeddedPostgres.start(directory);
        return new CommandDatabase(DatabaseConfiguration.source(settings, postgres), postgres);
    }

    /** Where the rows are. */
    public DataSource source() {
        return source;
    }

    /** Stops what was started for this command. */
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    /** The PostgreSQL of the server that holds the directory; it may have been started only just now. */
    private static DataSource running(Path directory) {
        var database = directory.resolve("database");
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var source = new PGSimpleDataSource();
                source.setServerNames(new String[] {"127.0.0.1"});
                source.setPortNumbers(new int[] {port(database)});
                source.setDatabaseName("bailiwick");
                source.setUser("bailiwick");
                source.setPassword(Passwords.read(database.resolve("passwords")).owner());
                source.getConnection().close();
                return source;
            } catch (IOException | java.sql.SQLException notYet) {
                if (System.nanoTime() > end) {
                    throw new DatabaseFailure(
                            "The server that uses `%s` does not let this command into its database (%s); run it as the user that runs the server."
                                    .formatted(directory, notYet.getMessage()),
                            notYet);
                }
                pause();
            }
        }
    }

    private static int port(Path database) throws IOException {
        var lines = Files.readAllLines(database.resolve("cluster").resolve("postmaster.pid"));
        if (lines.size() <= PORT_LINE) {
            throw new IOException("PostgreSQL is starting");
        }
        return Integer.parseInt(lines.get(PORT_LINE).strip());
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("The command was interrupted.");
        }
    }
}

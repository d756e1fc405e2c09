package io.bailiwick.database;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of the embedded database: PostgreSQL's own in {@code cluster}, and the passwords beside them. */
record Cluster(Path folder, Programs programs, Passwords passwords) {
    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final String ROWS = "cluster";
    private static final String PASSWORDS = "passwords";
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** The database in {@code folder}; makes one there if there is none. */
    static Cluster open(Path folder, Programs programs) throws IOException {
        if (!Files.isDirectory(folder)) {
            create(folder, programs);
        }
        var cluster = new Cluster(folder, programs, Passwords.read(folder.resolve(PASSWORDS)));
        cluster.refuseOtherVersion();
        programs.own(cluster.rows());
        return cluster;
    }

    private static void create(Path folder, Programs programs) throws IOException {
        log.info("Making the database in {}", folder);
        var draft = Folders.draft(folder);
        var passwords = Passwords.random();
        passwords.write(draft.resolve(PASSWORDS));
        initialize(draft.resolve(ROWS), draft.resolve("superuser"), programs, passwords);
        Folders.publish(draft, folder);
    }

    private static void initialize(Path rows, Path passwordFile, Programs programs, Passwords passwords)
            throws IOException {
        Passwords.createSecret(passwordFile, passwords.superuser());
        programs.own(passwordFile);
        Folders.create(rows);
        programs.own(rows);
        programs.run(
                "initdb",
                "",
                "--pgdata=" + rows,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Files.delete(passwordFile);
        // The password is made of hexadecimal digits, and CREATE ROLE takes no parameters.
        var statements = """
                CREATE ROLE bailiwick LOGIN PASSWORD '%s'
                CREATE DATABASE bailiwick OWNER bailiwick
                """.formatted(passwords.owner());
        programs.run("postgres", statements, "--single", "-D", rows.toString(), "-c", "exit_on_error=on", "postgres");
    }

    private void refuseOtherVersion() throws IOException {
        var made = Files.readString(rows().resolve("PG_VERSION")).strip();
        var brought = programs.run("postgres", "", "--version");
        if (!brought.contains(" " + made + ".")) {
            throw new DatabaseFailure(
                    "The database in `%s` was made by PostgreSQL %s, and this Bailiwick brings %s; move the rows with PostgreSQL's own `pg_upgrade`, or start the Bailiwick that made it."
                            .formatted(folder, made, brought));
        }
    }

    /** PostgreSQL's data directory. */
    Path rows() {
        return folder.resolve(ROWS);
    }

    /** Stops the PostgreSQL that runs on these files, if one does: ours, or one that outlived its Bailiwick. */
    void stop() throws IOException {
        var file = rows().resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        if (pid(file).filter(this::isOurs).isPresent()) {
            stopRunning(file);
        } else {
            // The machine went down, and what it left tells of nobody, or the number was given to another process
            // since.
            // PostgreSQL would wait for that one, or not start.
            Files.deleteIfExists(file);
        }
    }

    private void stopRunning(Path file) throws IOException {
        try {
            programs.run("pg_ctl", "", "stop", "-D", rows().toString(), "-m", "fast", "-w", "-t", "60");
        } catch (DatabaseFailure failure) {
            if (Files.exists(file)) {
                throw failure;
            }
            // It ended by itself in between, as one does whose Bailiwick is gone.
        }
    }

    private static Optional<Long> pid(Path file) throws IOException {
        var first = new String(Files.readAllBytes(file), ISO_8859_1).lines().findFirst();
        return first.map(String::strip).filter(NUMBER.asMatchPredicate()).map(Long::valueOf);
    }

    /** By what it was started with: that may be read of any process, unlike its folder or its program. */
    private boolean isOurs(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .flatMap(process -> process.info().arguments())
                .filter(this::nameOurs)
                .isPresent();
    }

    private boolean nameOurs(String[] arguments) {
        var folder = List.of(arguments).indexOf("-D") + 1;
        try {
            return folder > 0 && folder < arguments.length && Files.isSameFile(Path.of(arguments[folder]), rows());
        } catch (IOException | InvalidPathException another) {
            return false;
        }
    }

    /** Starts PostgreSQL on these files. */
    Process start(int port, List<String> options) throws IOException {
        var arguments = new ArrayList<>(List.of("-D", rows().toString(), "-p", Integer.toString(port)));
        for (var option : options) {
            arguments.add("-c");
            arguments.add(option);
        }
        return programs.start("postgres", arguments);
    }
}

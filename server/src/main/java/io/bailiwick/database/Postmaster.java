package io.bailiwick.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of PostgreSQL, from its start to its end; its messages go to the log. */
final class Postmaster {
    private static final Logger log = LoggerFactory.getLogger("postgresql");
    private static final String READY = "database system is ready to accept connections";
    private static final List<String> PASSING_FAULTS = List.of("still in use", "already in use", "lock file");
    private static final int KEPT_LINES = 10;

    private final Process process;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
    private final Thread reader =
            Thread.ofPlatform().name("postgresql-messages").daemon().unstarted(this::read);

    private Postmaster(Process process) {
        this.process = process;
    }

    /** Starts PostgreSQL; {@link #ready} tells how that went. */
    static Postmaster start(Cluster cluster, int port, List<String> options) throws IOException {
        var postmaster = new Postmaster(cluster.start(port, options));
        postmaster.reader.start();
        postmaster.process.onExit().thenAccept(process -> postmaster.ready.complete(false));
        return postmaster;
    }

    /** Whether it answers (true) or ended before it did (false). */
    CompletableFuture<Boolean> ready() {
        return ready;
    }

    /** Done when the process has ended. */
    CompletableFuture<Process> end() {
        return process.onExit();
    }

    /** The process id. */
    long pid() {
        return process.pid();
    }

    /** Whether it ended for a cause that goes away: its port was taken, or an earlier run is still ending. */
    boolean mayWorkNextTime() {
        return PASSING_FAULTS.stream().anyMatch(lastWords()::contains);
    }

    /** What it said last. */
    String lastWords() {
        synchronized (lastLines) {
            return String.join(" ", lastLines);
        }
    }

    private void read() {
        try (var lines = process.inputReader(UTF_8).lines()) {
            take(lines);
        } catch (UncheckedIOException closed) {
            // The process ended, and with it what it says.
        }
    }

    private void take(Stream<String> lines) {
        lines.forEach(line -> {
            keep(line);
            log(line);
            if (line.endsWith(READY)) {
                ready.complete(true);
            }
        });
    }

    private void keep(String message) {
        synchronized (lastLines) {
            lastLines.addLast(message);
            if (lastLines.size() > KEPT_LINES) {
                lastLines.removeFirst();
            }
        }
    }

    /** That it ended, and that it is not there yet, is said once by others; here each connection would say so. */
    private static boolean isSaidElsewhere(String message) {
        return message.startsWith("FATAL:  the database system is ")
                || message.startsWith("FATAL:  terminating connection due to unexpected postmaster exit");
    }

    private static void log(String message) {
        if (message.startsWith("PANIC")) {
            log.error(message);
        } else if (message.startsWith("WARNING") || message.startsWith("FATAL") && !isSaidElsewhere(message)) {
            log.warn(message);
        } else {
            log.debug(message);
        }
    }
}

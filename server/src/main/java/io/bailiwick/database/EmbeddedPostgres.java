package io.bailiwick.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL of our own in a data directory: loopback only, random password, every commit on the disk.
 * It is started again whenever it dies, and ends with this process however that ends.
 *
 * <p>One thread does all of it, because the operating system ends PostgreSQL with the <em>thread</em> that started it.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final List<String> OPTIONS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "log_line_prefix=",
            "timezone=UTC",
            "log_timezone=UTC",
            "shared_buffers=" + Buffers.ofThisMachine() + "MB");
    private static final int FIRST_PORT = 20_000;
    private static final int LAST_PORT = 30_000;
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final DataDirectory directory;
    private final List<String> options;
    private final CompletableFuture<Cluster> ready = new CompletableFuture<>();
    private final CompletableFuture<Void> closing = new CompletableFuture<>();
    private final Thread keeper =
            Thread.ofPlatform().name("postgresql-keeper").daemon().unstarted(this::keep);
    private volatile int port;
    private volatile long pid;

    private EmbeddedPostgres(DataDirectory directory, List<String> options) {
        this.directory = directory;
        this.options = options;
    }

    /**
     * Starts PostgreSQL in the directory and waits until it answers; makes the directory and the database if need be.
     *
     * @param options further settings of PostgreSQL, each {@code name=value}
     * @throws DatabaseFailure if another process uses the directory, or PostgreSQL does not start
     */
    public static EmbeddedPostgres start(Path directory, String... options) {
        var postgres = new EmbeddedPostgres(
                DataDirectory.open(directory),
                Stream.concat(OPTIONS.stream(), Stream.of(options)).toList());
        postgres.keeper.start();
        try {
            postgres.ready.join();
            return postgres;
        } catch (CompletionException fault) {
            postgres.close();
            throw fault.getCause() instanceof DatabaseFailure failure
                    ? failure
                    : new DatabaseFailure(
                            "PostgreSQL did not start in `%s`: %s".formatted(directory, fault.getCause()), fault);
        }
    }

    /** The port on 127.0.0.1 where it listens now; another one after it died and somebody took the old one. */
    public int port() {
        return port;
    }

    /** The process id of the running PostgreSQL. */
    public long pid() {
        return pid;
    }

    /** The password of the role {@code bailiwick}, which owns the database {@code bailiwick}. */
    public String password() {
        return ready.join().passwords().owner();
    }

    /** The password of the superuser {@code postgres}. */
    public String superuserPassword() {
        return ready.join().passwords().superuser();
    }

    /** Stops PostgreSQL cleanly and gives the directory free. */
    @Override
    public void close() {
        closing.complete(null);
        try {
            keeper.join();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        directory.close();
    }

    private void keep() {
        try {
            var programs = Programs.in(Archive.ofThisMachine().unpack(directory.programs()));
            var cluster = Cluster.open(directory.database(), programs);
            try {
                cluster.stop();
                keepRunning(cluster);
            } finally {
                cluster.stop();
            }
        } catch (IOException | RuntimeException fault) {
            if (!ready.completeExceptionally(fault)) {
                log.error("PostgreSQL is no longer looked after", fault);
            }
        }
    }

    private void keepRunning(Cluster cluster) throws IOException {
        var pause = SHORTEST_PAUSE;
        while (!closing.isDone()) {
            port = choosePort();
            var run = Postmaster.start(cluster, port, options);
            CompletableFuture.anyOf(run.ready(), closing).join();
            if (run.ready().getNow(false)) {
                pid = run.pid();
                pause = SHORTEST_PAUSE;
                ready.complete(cluster);
            } else if (!closing.isDone() && !ready.isDone() && !run.mayWorkNextTime()) {
                throw new DatabaseFailure(
                        "PostgreSQL does not start in `%s`; it says: %s".formatted(cluster.folder(), run.lastWords()));
            }
            CompletableFuture.anyOf(run.end(), closing).join();
            if (!closing.isDone()) {
                log.error("PostgreSQL (process {}) ended by itself and is started again", run.pid());
            }
            CompletableFuture.anyOf(closing)
                    .completeOnTimeout(null, pause.toMillis(), MILLISECONDS)
                    .join();
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** The port of before when it is free; below those that the system gives to outgoing connections, which could take it. */
    private int choosePort() {
        var candidate = port == 0 ? randomPort() : port;
        while (!isFree(candidate)) {
            candidate = randomPort();
        }
        return candidate;
    }

    private static int randomPort() {
        return ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}

package io.bailiwick.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs PostgreSQL's programs.
 * They get a session of their own, so that Ctrl-C stops them only when we are done with them, and a signal when the
 * thread that started them ends. PostgreSQL refuses to run as root, so root hands them to the user {@code nobody}, or, below
 * a folder that {@code nobody} may not enter, to a user name space in which it is not root.
 */
final class Programs {
    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final List<String> OWN_SESSION = List.of("setsid");
    private static final List<String> ENDS_WITH_US = List.of("setpriv", "--pdeathsig", "INT", "--");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--pdeathsig", "INT", "--");
    private static final List<String> IN_NAME_SPACE = List.of("unshare", "-U", "--");

    /** A way to run them: what comes before the command, and who must own their files (null: as they are). */
    private record Way(@Nullable Integer owner, List<String> prefix) {
        @SafeVarargs
        static Way of(@Nullable Integer owner, List<String>... parts) {
            return new Way(owner, List.of(parts).stream().flatMap(List::stream).toList());
        }
    }

    private static final List<Way> WAYS_OF_ROOT =
            List.of(Way.of(NOBODY, OWN_SESSION, AS_NOBODY), Way.of(ROOT, OWN_SESSION, IN_NAME_SPACE, ENDS_WITH_US));
    private static final List<Way> WAYS_OF_OTHERS = List.of(Way.of(null, OWN_SESSION, ENDS_WITH_US), Way.of(null));

    private final Path home;
    private final Way way;

    private Programs(Path home, Way way) {
        this.home = home;
        this.way = way;
    }

    /**
     * The programs in {@code home}, run in the best way that works here.
     *
     * @throws DatabaseFailure if none works
     */
    static Programs in(Path home) throws IOException {
        var root = isRoot();
        var faults = new ArrayList<String>();
        for (var way : root ? WAYS_OF_ROOT : WAYS_OF_OTHERS) {
            var programs = new Programs(home, way);
            try {
                programs.run("postgres", "", "--version");
                return programs;
            } catch (IOException | DatabaseFailure fault) {
                faults.add(String.valueOf(fault.getMessage()));
            }
        }
        throw new DatabaseFailure(
                root
                        ? "PostgreSQL refuses to run as root, and the user `nobody` may not enter `%s`; choose another directory with BAILIWICK_DATA_DIR, or start Bailiwick as an ordinary user (%s)."
                                .formatted(home, String.join("; ", faults))
                        : "PostgreSQL does not run on this machine (%s); name a server with BAILIWICK_DATABASE_URL."
                                .formatted(String.join("; ", faults)));
    }

    private static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Files.getAttribute(self, "unix:uid").equals(0)
                : "root".equals(System.getProperty("user.name"));
    }

    /** Starts a program; its standard error comes with its standard output. */
    Process start(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<>(way.prefix());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .directory(Path.of("/").toFile());
        // Nothing of our environment: it may hold secrets, and PG… variables would change what the programs do.
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        return builder.start();
    }

    /**
     * Runs a program to its end; what it printed.
     *
     * @throws DatabaseFailure if it ends with anything but 0
     */
    String run(String program, String input, String... arguments) throws IOException {
        var process = start(program, List.of(arguments));
        try (var stdin = process.outputWriter(UTF_8)) {
            stdin.write(input);
        }
        var output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        try {
            if (process.waitFor() != 0) {
                throw new DatabaseFailure("`%s` ended with %d: %s".formatted(program, process.exitValue(), output));
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new DatabaseFailure("`%s` was interrupted.".formatted(program), stopped);
        }
        return output;
    }

    /** Gives the file or folder, with all that is in it, to the user whom the programs run as. */
    void own(Path path) throws IOException {
        var owner = way.owner();
        if (owner != null && !Files.getAttribute(path, "unix:uid").equals(owner)) {
            Files.walkFileTree(path, new HandOver(owner));
        }
    }

    /** The outermost folder comes last, so that an interrupted hand-over is begun anew. */
    private static final class HandOver extends SimpleFileVisitor<Path> {
        private final int owner;

        HandOver(int owner) {
            this.owner = owner;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            return give(file);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
            return give(folder);
        }

        private FileVisitResult give(Path path) throws IOException {
            Files.setAttribute(path, "unix:uid", owner, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", owner, LinkOption.NOFOLLOW_LINKS);
            return FileVisitResult.CONTINUE;
        }
    }
}

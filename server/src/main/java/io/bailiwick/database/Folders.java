package io.bailiwick.database;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Steps on folders that are either done or not, so that an interrupted start leaves nothing half made. */
final class Folders {
    private static final int DELETIONS = 100;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Folders() {}

    /** Makes the folder, readable by everyone, whatever the umask; an existing one stays as it is. */
    static void create(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    /**
     * An empty folder to build {@code target} in. What interrupted attempts left is deleted; each process has a folder of
     * its own, since a program of an attempt that was killed may still be writing to the old one.
     */
    static Path draft(Path target) throws IOException {
        var unfinished = target.getFileName() + ".unfinished";
        var draft =
                target.resolveSibling(unfinished + "." + ProcessHandle.current().pid());
        create(draft);
        try (var left = Files.newDirectoryStream(draft.toAbsolutePath().getParent(), unfinished + "*")) {
            for (var folder : left) {
                delete(folder);
            }
        }
        create(draft);
        return draft;
    }

    /** Puts the finished draft in its place in one step. */
    static void publish(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Deletes the folder with all that is in it; does nothing when it is not there. */
    static void delete(Path folder) throws IOException {
        for (var attempt = 1; Files.exists(folder); attempt++) {
            try {
                Files.walkFileTree(folder, new Deletion());
            } catch (DirectoryNotEmptyException | NoSuchFileException changing) {
                // A program of the interrupted attempt is still ending.
                if (attempt == DELETIONS) {
                    throw changing;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException fault) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}

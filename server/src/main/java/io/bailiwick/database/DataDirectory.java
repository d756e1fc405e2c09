package io.bailiwick.database;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** The data directory, held by this process alone until it is closed. */
final class DataDirectory implements AutoCloseable {
    private static final String LOCK = "bailiwick.lock";

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the directory if need be and takes hold of it.
     *
     * @throws DatabaseFailure if another process holds it or it cannot be written
     */
    static DataDirectory open(Path directory) {
        var path = directory.toAbsolutePath().normalize();
        try {
            Folders.create(path);
            return new DataDirectory(path.toRealPath(), lock(path));
        } catch (IOException fault) {
            throw new DatabaseFailure(
                    "The data directory `%s` cannot be written (%s); make it writable, or choose another with BAILIWICK_DATA_DIR."
                            .formatted(path, fault),
                    fault);
        }
    }

    /**
     * Requires that no other process holds the directory at this moment. Whether it can be had at all is told by {@link
     * #open}.
     *
     * @throws DatabaseFailure if another process holds it
     */
    static void requireFree(Path directory) {
        var path = directory.toAbsolutePath().normalize();
        try (var channel = FileChannel.open(path.resolve(LOCK), READ, WRITE)) {
            if (!locked(channel)) {
                throw inUse(path, channel);
            }
        } catch (IOException notThere) {
            // Nobody holds what is not there.
        }
    }

    /**
     * Whether another process holds the directory at this moment.
     *
     * @throws DatabaseFailure if it cannot be looked into
     */
    static boolean isInUse(Path directory) {
        try (var channel = FileChannel.open(directory.resolve(LOCK), CREATE, READ, WRITE)) {
            return !locked(channel);
        } catch (IOException fault) {
            throw new DatabaseFailure(
                    "The data directory `%s` cannot be looked into (%s); run this as the user that runs the server."
                            .formatted(directory, fault),
                    fault);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        var channel = FileChannel.open(path.resolve(LOCK), CREATE, READ, WRITE);
        if (!locked(channel)) {
            try (channel) {
                throw inUse(path, channel);
            }
        }
        channel.truncate(0);
        channel.write(US_ASCII.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return channel;
    }

    private static DatabaseFailure inUse(Path path, FileChannel channel) throws IOException {
        var holder = ByteBuffer.allocate(20);
        channel.read(holder, 0);
        return new DatabaseFailure(
                "The data directory `%s` is in use by another Bailiwick (process %s); stop that one, or choose another directory with BAILIWICK_DATA_DIR."
                        .formatted(
                                path, US_ASCII.decode(holder.flip()).toString().strip()));
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    /** The directory itself, absolute and without symbolic links. */
    Path path() {
        return path;
    }

    /** Unpacked programs, one folder for each build of PostgreSQL. */
    Path programs() {
        return path.resolve("postgresql");
    }

    /** The rows and the passwords to them. */
    Path database() {
        return path.resolve("database");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException alreadyGone) {
            // The lock ends with the process at the latest.
        }
    }
}

package io.bailiwick.flows;

import io.bailiwick.kernel.Ids;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A watched folder, and the files in it. A file is claimed by renaming it into `.work` with the id that its message will
 * have: that succeeds once, on one node. Whoever finds it there later takes it by the same id, and a message is kept once,
 * so that a file is one message whenever and wherever a node dies. What became of it is told by where it lies then.
 */
record Inbox(Folder folder) {
    static final String WORK = ".work";

    static final String DONE = ".done";
    static final String FAILED = ".failed";

    private static final int LONGEST_NAME = 200;
    private static final int ID = 36;
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final Set<OpenOption> WRITE = Set.of(
            StandardOpenOption.WRITE,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            LinkOption.NOFOLLOW_LINKS);

    /**
     * A file that was claimed.
     *
     * @param id that of its message
     * @param name as it was put there; null when it was too long to be kept
     * @param file its name in `.work`
     */
    record Claimed(UUID id, @Nullable String name, String file) {
        /** Reads the name that a claimed file has. */
        static Optional<Claimed> read(String file) {
            var id = file.length() > ID ? Ids.read(file.substring(0, ID)).orElse(null) : null;
            if (id == null) {
                return Optional.empty();
            }
            var name = file.charAt(ID) == '-' ? file.substring(ID + 1) : null;
            return Optional.of(new Claimed(id, name, file));
        }

        /** When the file was claimed, by its name or that of the file with the reason; empty when it is none of these. */
        static Optional<Instant> moment(String file) {
            return read(file).map(Claimed::id).filter(id -> id.version() == 7).map(FlowIds::moment);
        }

        private static Claimed of(UUID id, String name) {
            return name.getBytes(StandardCharsets.UTF_8).length <= LONGEST_NAME
                    ? new Claimed(id, name, id + "-" + name)
                    : new Claimed(id, null, id + "~" + name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME / 4)));
        }
    }

    /** What is wrong with a file for good. */
    static final class Unreadable extends IOException {
        Unreadable(String reason) {
            super(reason);
        }
    }

    void make() throws IOException {
        folder.make();
        folder.child(WORK).make();
        folder.child(DONE).make();
        folder.child(FAILED).make();
    }

    /** Claims a file; empty when another node has, or it is gone. */
    Optional<Claimed> claim(UUID id, String name) throws IOException {
        var claimed = Claimed.of(id, name);
        try {
            folder.open(here -> folder.child(WORK).open(work -> {
                here.move(Path.of(name), work, Path.of(claimed.file()));
                return true;
            }));
            return Optional.of(claimed);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /**
     * What a claimed file holds; empty when it is there no more.
     *
     * @throws Unreadable when it is no plain file, or holds more than that
     */
    Optional<byte[]> read(Claimed claimed, int most) throws IOException {
        try {
            return Optional.of(folder.child(WORK).open(work -> {
                var file = Path.of(claimed.file());
                var view = work.getFileAttributeView(file, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
                var before = view.readAttributes();
                if (!before.isRegularFile()) {
                    throw new Unreadable("It is a link or something else that is no plain file.");
                }
                if (before.size() > most) {
                    throw new Unreadable("It is larger than 1 MB.");
                }
                var bytes = new byte[(int) before.size()];
                try (var channel = work.newByteChannel(file, READ)) {
                    fill(channel, ByteBuffer.wrap(bytes));
                }
                var after = view.readAttributes();
                if (after.size() != before.size() || !after.lastModifiedTime().equals(before.lastModifiedTime())) {
                    throw new IOException("it is still being written");
                }
                return bytes;
            }));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    private static void fill(SeekableByteChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new IOException("it is still being written");
            }
        }
    }

    /** Puts away a file that became a message. */
    void done(Claimed claimed) throws IOException {
        move(claimed, DONE);
    }

    /** Puts away a file that cannot become one, with the reason beside it. */
    void failed(Claimed claimed, String reason) throws IOException {
        folder.child(FAILED).open(failed -> {
            try (var channel = failed.newByteChannel(Path.of(claimed.file() + ".reason"), WRITE)) {
                channel.write(ByteBuffer.wrap((reason + "\n").getBytes(StandardCharsets.UTF_8)));
            }
            return true;
        });
        move(claimed, FAILED);
    }

    private void move(Claimed claimed, String where) throws IOException {
        try {
            folder.child(WORK)
                    .open(work -> folder.child(where).open(target -> {
                        work.move(Path.of(claimed.file()), target, Path.of(claimed.file()));
                        return true;
                    }));
        } catch (NoSuchFileException gone) {
            // another node has put it away
        }
    }
}

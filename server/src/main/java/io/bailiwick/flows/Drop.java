package io.bailiwick.flows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.FileEndpoint;

/**
 * A folder that messages are written into. A file is written under a name that nobody looks for and then given its own; one
 * that is there already is never written over: is it the same, the message has arrived before.
 */
record Drop(Folder folder, FileEndpoint endpoint) {
    /** The header that names the temporary file, another one each time. */
    static final String TEMPORARY = "BailiwickTemporary";

    private static final String PREFIX = ".bailiwick-";
    private static final Duration LEFT = Duration.ofHours(1);

    /** What stands where a file would have to be, for good. */
    static final class Occupied extends IOException {
        Occupied(String name) {
            super("There is another file called `" + name + "` already, and none is written over.");
        }
    }

    /** Makes the folder where it is missing, and removes what a server that died while writing has left there. */
    void make() throws IOException {
        folder.make();
        var before = Instant.now().minus(LEFT);
        try (var files = Files.newDirectoryStream(folder.path(), PREFIX + "*")) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Names the file, and ends the route when it is there already. */
    void prepare(Exchange exchange) throws IOException {
        folder.make();
        var name = Objects.requireNonNull(exchange.getIn().getHeader(Exchange.FILE_NAME, String.class));
        var body = Objects.requireNonNull(exchange.getIn().getBody(byte[].class));
        exchange.getIn().setHeader(TEMPORARY, PREFIX + UUID.randomUUID());
        if (isThere(name, body)) {
            exchange.setRouteStop(true);
        }
    }

    private boolean isThere(String name, byte[] body) throws IOException {
        var file = folder.path().resolve(name);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(file) == body.length
                    && Arrays.equals(Files.readAllBytes(file), body)) {
                return true;
            }
        } catch (NoSuchFileException taken) {
            return false;
        }
        throw new Occupied(name);
    }

    /** Makes sure that the name outlives a power failure, as what the file holds does already. */
    void keep(Exchange exchange) throws IOException {
        try (var directory = FileChannel.open(folder.path(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}

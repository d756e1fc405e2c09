package io.bailiwick.flows;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder below the base directory. Whoever puts files there may also put links there: no link is followed on the way to
 * it or within it, as each step down is taken from the directory that is open already.
 *
 * @param base the real path of the base directory
 * @param below the names of the directories that lead to it from there
 */
record Folder(Path base, List<String> below) {
    Folder {
        below = List.copyOf(below);
    }

    /** A directory that is open: files in it are named from there. */
    interface Task<T> {
        T with(SecureDirectoryStream<Path> open) throws IOException;
    }

    Path path() {
        return base.resolve(String.join("/", below));
    }

    /** A directory in it. */
    Folder child(String name) {
        var names = new ArrayList<>(below);
        names.add(name);
        return new Folder(base, names);
    }

    /** Makes it where it is missing. */
    void make() throws IOException {
        var path = base;
        for (var name : below) {
            path = path.resolve(name);
            try {
                Files.createDirectory(path);
            } catch (FileAlreadyExistsException there) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    throw new FileSystemException(path.toString(), null, "it is no directory, or a link to one");
                }
            }
        }
    }

    /** Opens it without following a link. */
    <T> T open(Task<T> task) throws IOException {
        try (var first = secure(Files.newDirectoryStream(base))) {
            return open(first, 0, task);
        }
    }

    private <T> T open(SecureDirectoryStream<Path> at, int depth, Task<T> task) throws IOException {
        if (depth == below.size()) {
            return task.with(at);
        }
        var next = at.newDirectoryStream(Path.of(below.get(depth)), LinkOption.NOFOLLOW_LINKS);
        try (next) {
            return open(secure(next), depth + 1, task);
        }
    }

    private static SecureDirectoryStream<Path> secure(DirectoryStream<Path> stream) throws IOException {
        if (stream instanceof SecureDirectoryStream<Path> secure) {
            return secure;
        }
        stream.close();
        throw new IOException("this system cannot open directories without following links");
    }
}

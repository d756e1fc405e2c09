package io.bailiwick.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The base directory of a {@link Child}'s watched folders, in which its only account has its own. */
record ChildFolders(Path base) {
    /** What a child is started with. */
    String[] settings(String lease) {
        return new String[] {
            "--bailiwick.flows.private-networks=127.0.0.0/8",
            "--bailiwick.flows.lease=" + lease,
            "--bailiwick.flows.folders=" + base,
            "--bailiwick.flows.folder-quiet=100ms"
        };
    }

    /** A folder of the account. */
    Path below(String path) throws IOException {
        try (var accounts = Files.list(base)) {
            return accounts.findFirst().orElseThrow().resolve(path);
        }
    }

    /** The files in a folder of the account; not those whose names begin with a dot. */
    List<String> files(String path) throws IOException {
        try (var files = Files.list(below(path))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        }
    }
}

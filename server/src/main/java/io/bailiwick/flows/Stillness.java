package io.bailiwick.flows;

import java.io.File;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Lets a file pass once nothing has been written to it for a while, by this node's own clock and whatever time the file
 * bears, so that none is taken while it is only half there. One folder's files are looked at by one thread at a time.
 */
final class Stillness implements GenericFileFilter<File> {
    private static final long FORGET = Duration.ofMinutes(10).toNanos();

    private final Map<String, Seen> files = new HashMap<>();
    private final Duration quiet;
    private long swept = System.nanoTime();

    Stillness(Duration quiet) {
        this.quiet = quiet;
    }

    private record Seen(long size, long modified, long since, long looked) {}

    @Override
    public boolean accept(GenericFile<File> file) {
        if (file.isDirectory() || isBeingWritten(file.getFileNameOnly())) {
            return false;
        }
        var now = System.nanoTime();
        sweep(now);
        var name = file.getFileNameOnly();
        var seen = new Seen(file.getFileLength(), file.getLastModified(), now, now);
        var before = files.get(name);
        if (before == null || before.size != seen.size || before.modified != seen.modified) {
            files.put(name, seen);
            return false;
        }
        files.put(name, new Seen(seen.size, seen.modified, before.since, now));
        return now - before.since >= quiet.toNanos();
    }

    /** Names under which files are written before they are given their own. */
    private static boolean isBeingWritten(String name) {
        return name.endsWith(".part") || name.endsWith(".tmp") || name.endsWith(".filepart");
    }

    /** It is known no more: who puts another one of that name there begins anew. */
    void forget(String name) {
        files.remove(name);
    }

    private void sweep(long now) {
        if (now - swept > FORGET) {
            swept = now;
            files.values().removeIf(seen -> now - seen.looked > FORGET);
        }
    }
}

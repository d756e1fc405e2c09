package io.bailiwick.benchmarks;

import io.bailiwick.engine.Directory;
import io.bailiwick.engine.Policy;

/** How much heap does a snapshot hold? Prints what stays after full collections. */
public final class SnapshotMemory {

    private SnapshotMemory() {}

    /** Measures both sizes. */
    public static void main(String[] arguments) throws InterruptedException {
        for (var size : BenchmarkWorld.Size.values()) {
            long empty = used();
            var world = new BenchmarkWorld(size);
            long defined = used();
            var directory = Directory.of(Policy.of(world.definition()), world.users());
            long built = used();
            System.out.printf(
                    "%s: definitions %.1f MB, snapshot %.1f MB more (revision %d)%n",
                    size,
                    megabytes(defined - empty),
                    megabytes(built - defined),
                    directory.policy().revision());
        }
    }

    private static double megabytes(long bytes) {
        return bytes / 1_000_000.0;
    }

    private static long used() throws InterruptedException {
        for (int round = 0; round < 4; round++) {
            System.gc();
            Thread.sleep(50);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}

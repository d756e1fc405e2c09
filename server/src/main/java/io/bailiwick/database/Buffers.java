package io.bailiwick.database;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * How much of its rows PostgreSQL keeps at hand: a quarter of the memory, as its manual advises, and never more than a
 * million users need. Memory that is not used is not taken.
 */
final class Buffers {
    private static final long LEAST = 128;
    private static final long MOST = 1_024;
    private static final int SHARE = 4;

    private Buffers() {}

    /** In megabytes; a container's limit counts as the memory of the machine. */
    static long ofThisMachine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? of(machine.getTotalMemorySize())
                : LEAST;
    }

    static long of(long memoryInBytes) {
        return Math.clamp(memoryInBytes / SHARE / (1 << 20), LEAST, MOST);
    }
}

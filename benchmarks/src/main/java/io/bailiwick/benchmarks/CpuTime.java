package io.bailiwick.benchmarks;

import io.bailiwick.engine.Directory;
import io.bailiwick.engine.Policy;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The questions of {@link DecideBenchmark} and {@link SnapshotBenchmark} in processor time instead of wall time, for
 * machines that others use too: candidates take turns on the same questions, and the fastest and the median turn count.
 */
public final class CpuTime {

    private static final int WARMUP = 20;
    private static final int TURNS = 60;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private int allowed;

    private CpuTime() {}

    /** Measures both sizes. */
    public static void main(String[] arguments) {
        var cpu = new CpuTime();
        for (var size : BenchmarkWorld.Size.values()) {
            cpu.measure(size);
        }
        if (cpu.allowed == 0) {
            throw new IllegalStateException("nothing was allowed");
        }
    }

    private void measure(BenchmarkWorld.Size size) {
        var world = new BenchmarkWorld(size);
        for (int build = 1; build <= 5; build++) {
            long begin = threads.getCurrentThreadCpuTime();
            Directory.of(Policy.of(world.definition()), world.users());
            double spent = (threads.getCurrentThreadCpuTime() - begin) / 1e6;
            System.out.printf("%s: build %d took %.0f ms%n", size, build, spent);
        }
        var questions = world.questions().toArray(Question[]::new);
        var times = new LinkedHashMap<String, double[]>();
        var candidates = candidates(world);
        for (int turn = -WARMUP; turn < TURNS; turn++) {
            int index = turn;
            candidates.forEach((name, peer) -> {
                long begin = threads.getCurrentThreadCpuTime();
                allowed += turn(peer, questions);
                double spent = (threads.getCurrentThreadCpuTime() - begin) / (double) questions.length;
                if (index >= 0) {
                    times.computeIfAbsent(name, key -> new double[TURNS])[index] = spent;
                }
            });
        }
        times.forEach((name, turns) -> {
            Arrays.sort(turns);
            System.out.printf("%s: %s %.0f ns, median %.0f ns%n", size, name, turns[0], turns[TURNS / 2]);
        });
    }

    private static int turn(Peer peer, Question[] questions) {
        int count = 0;
        for (var question : questions) {
            count += peer.allows(question) ? 1 : 0;
        }
        return count;
    }

    private static Map<String, Peer> candidates(BenchmarkWorld world) {
        var floor = new BareFloor(world);
        var directory = Directory.of(Policy.of(world.definition()), world.users());
        var candidates = new LinkedHashMap<String, Peer>();
        candidates.put("floor", question -> floor.allows(question.user(), question.method(), question.path()));
        candidates.put("floor by id", question -> floor.allows(question.id(), question.method(), question.path()));
        candidates.put(
                "engine, parsed address",
                question -> directory
                        .decide(
                                question.id(),
                                BenchmarkWorld.APPLICATION,
                                question.method(),
                                question.path(),
                                question.address())
                        .allowed());
        candidates.put(
                "engine, address as text",
                question -> directory
                        .decide(
                                question.id(),
                                BenchmarkWorld.APPLICATION,
                                question.method(),
                                question.path(),
                                question.addressText())
                        .allowed());
        return candidates;
    }
}

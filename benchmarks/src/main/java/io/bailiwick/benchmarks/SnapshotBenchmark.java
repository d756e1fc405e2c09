package io.bailiwick.benchmarks;

import io.bailiwick.engine.Directory;
import io.bailiwick.engine.Policy;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long does it take to build the policy and compile all users, the first time in a process and later? */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 5)
@Fork(2)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else.
public class SnapshotBenchmark {

    @Param
    BenchmarkWorld.Size size = BenchmarkWorld.Size.SMALL;

    private BenchmarkWorld world;

    /** Makes the definitions. */
    @Setup
    public void prepare() {
        world = new BenchmarkWorld(size);
    }

    /** Definitions in, a directory that decides out. */
    @Benchmark
    public Directory build() {
        return Directory.of(Policy.of(world.definition()), world.users());
    }
}

package io.bailiwick.benchmarks;

import io.bailiwick.engine.Decision;
import io.bailiwick.engine.Directory;
import io.bailiwick.engine.Policy;
import java.util.List;
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

/** How long does a decision take, beside a bare floor? */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else.
public class DecideBenchmark {

    @Param
    BenchmarkWorld.Size size = BenchmarkWorld.Size.SMALL;

    private Question[] questions = {};
    private Directory directory;
    private BareFloor floor;
    private int next;

    /** Makes the world and checks that all give the same answers. */
    @Setup
    public void prepare() {
        var world = new BenchmarkWorld(size);
        questions = world.questions().toArray(Question[]::new);
        directory = Directory.of(Policy.of(world.definition()), world.users());
        floor = new BareFloor(world);
        Agreement.check(
                directory,
                List.of(questions),
                question -> floor.allows(question.user(), question.method(), question.path()));
        Agreement.check(
                directory,
                List.of(questions),
                question -> floor.allows(question.id(), question.method(), question.path()));
    }

    /** The floor, told the user's number. */
    @Benchmark
    public boolean floor() {
        var question = question();
        return floor.allows(question.user(), question.method(), question.path());
    }

    /** The floor, told the user's id, as the engine is. */
    @Benchmark
    public boolean floorById() {
        var question = question();
        return floor.allows(question.id(), question.method(), question.path());
    }

    /** The engine, from user id, method, path and parsed address. */
    @Benchmark
    public Decision parsedAddress() {
        var question = question();
        return directory.decide(
                question.id(), BenchmarkWorld.APPLICATION, question.method(), question.path(), question.address());
    }

    /** The engine, with the address as text. */
    @Benchmark
    public Decision textAddress() {
        var question = question();
        return directory.decide(
                question.id(), BenchmarkWorld.APPLICATION, question.method(), question.path(), question.addressText());
    }

    private Question question() {
        return questions[next++ & BenchmarkWorld.QUESTIONS - 1];
    }
}

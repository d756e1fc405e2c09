package io.bailiwick.benchmarks;

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

/** How long do others take to decide the same in the same world? */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else.
public class PeersBenchmark {

    /** Who answers. */
    public enum Who {
        /** The bare floor. */
        FLOOR,
        /** The engine, from user id, method, path and parsed address. */
        BAILIWICK,
        /** jCasbin, asking action, path, membership. */
        CASBIN,
        /** jCasbin, asking path, action, membership. */
        CASBIN_PATH_FIRST,
        /** jCasbin, asking membership, path, action. */
        CASBIN_MEMBERSHIP_FIRST,
        /** jCasbin with its cache, every question having been asked before; it keeps allowances alone. */
        CASBIN_CACHED,
        /** Apache Shiro. */
        SHIRO,
        /** Spring Security's request matchers. */
        SPRING_SECURITY
    }

    @Param
    BenchmarkWorld.Size size = BenchmarkWorld.Size.SMALL;

    @Param
    Who who = Who.BAILIWICK;

    private Question[] questions = {};
    private Peer peer;
    private int next;

    /** Makes the world and checks that the peer gives the engine's answers. */
    @Setup
    public void prepare() {
        var world = new BenchmarkWorld(size);
        var asked = world.questions().subList(0, who.name().startsWith("CASBIN") ? 128 : 4096);
        var directory = Directory.of(Policy.of(world.definition()), world.users());
        peer = peer(world, directory, asked);
        Agreement.check(directory, asked, peer::allows);
        questions = asked.toArray(Question[]::new);
    }

    private Peer peer(BenchmarkWorld world, Directory directory, List<Question> asked) {
        return switch (who) {
            case FLOOR -> {
                var floor = new BareFloor(world);
                yield question -> floor.allows(question.user(), question.method(), question.path());
            }
            case BAILIWICK ->
                question -> directory
                        .decide(
                                question.id(),
                                BenchmarkWorld.APPLICATION,
                                question.method(),
                                question.path(),
                                question.address())
                        .allowed();
            case CASBIN -> CasbinPeer.plain(world, CasbinPeer.Order.ACTION_FIRST);
            case CASBIN_PATH_FIRST -> CasbinPeer.plain(world, CasbinPeer.Order.PATH_FIRST);
            case CASBIN_MEMBERSHIP_FIRST -> CasbinPeer.plain(world, CasbinPeer.Order.MEMBERSHIP_FIRST);
            case CASBIN_CACHED -> CasbinPeer.cached(world);
            case SHIRO -> new ShiroPeer(world);
            case SPRING_SECURITY -> new SpringPeer(world, asked);
        };
    }

    /** One decision. */
    @Benchmark
    public boolean decide() {
        return peer.allows(questions[next++ & questions.length - 1]);
    }
}

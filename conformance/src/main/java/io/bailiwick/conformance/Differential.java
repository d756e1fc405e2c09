package io.bailiwick.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Asks two implementations the same in random worlds. They must answer the same, down to the gate and the scope. */
public final class Differential {
    private final Candidate reference;
    private final Candidate other;

    /** Of those two; what the first answers is taken to be right. */
    public Differential(Candidate reference, Candidate other) {
        this.reference = reference;
        this.other = other;
    }

    /**
     * Compares them in the random world of that seed.
     *
     * @param requests how many are asked
     * @return the first difference: a scenario as small as can be, that the first passes and the other fails
     */
    public Optional<Scenario> difference(long seed, int requests) {
        var random = new RandomWorlds(seed);
        var world = random.world();
        var first = reference.judge(world);
        var second = other.judge(world);
        for (int i = 0; i < requests; i++) {
            var request = random.request(world);
            if (differ(first, second, request)) {
                return Optional.of(report(seed, world, request));
            }
        }
        for (var pair : pairs(world)) {
            if (first.exceeds(pair.user(), pair.actor()) != second.exceeds(pair.user(), pair.actor())) {
                return Optional.of(report(seed, world, pair));
            }
        }
        return Optional.empty();
    }

    private static boolean differ(Judge first, Judge second, Request request) {
        var expected = first.decide(request);
        return !Objects.equals(expected, second.decide(request)) || !Objects.equals(expected, second.explain(request));
    }

    private static List<Scenario.Comparison> pairs(World world) {
        var pairs = new ArrayList<Scenario.Comparison>();
        world.users()
                .forEach(user -> world.users()
                        .forEach(actor -> pairs.add(new Scenario.Comparison(user.name(), actor.name(), true))));
        return pairs;
    }

    private Scenario report(long seed, World world, Request request) {
        var small = new Shrinker(
                        smaller -> holds(() -> differ(reference.judge(smaller), other.judge(smaller), request)))
                .shrink(world);
        var right = reference.judge(small).decide(request);
        var wrong = other.judge(small).decide(request);
        return new Scenario(
                "difference-" + seed,
                "To be named after the rule it states; expected %s, was %s".formatted(right, wrong),
                small,
                List.of(Scenario.Expectation.of(request, right)),
                List.of(),
                List.of());
    }

    private Scenario report(long seed, World world, Scenario.Comparison pair) {
        var small = new Shrinker(smaller -> holds(() -> reference.judge(smaller).exceeds(pair.user(), pair.actor())
                        != other.judge(smaller).exceeds(pair.user(), pair.actor())))
                .shrink(world);
        boolean right = reference.judge(small).exceeds(pair.user(), pair.actor());
        return new Scenario(
                "difference-" + seed,
                "To be named after the rule it states",
                small,
                List.of(),
                List.of(new Scenario.Comparison(pair.user(), pair.actor(), right)),
                List.of());
    }

    /** A world that shrinking made illegal, or that lacks the user asked about, shows nothing. */
    private static boolean holds(BooleanSupplier difference) {
        try {
            return difference.getAsBoolean();
        } catch (RuntimeException illegal) {
            return false;
        }
    }
}

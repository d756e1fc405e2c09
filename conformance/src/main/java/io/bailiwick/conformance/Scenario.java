package io.bailiwick.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A small world and what must be true in it. A scenario states one rule of the access model, by its name and in a
 * sentence.
 *
 * @param name the file's name without its ending: the rule in kebab case
 * @param rule the rule in a sentence
 * @param refusals worlds that must not be taken in
 * @param changes what the people of the world try to change, one after another
 */
public record Scenario(
        String name,
        String rule,
        World world,
        List<Expectation> expectations,
        List<Comparison> comparisons,
        List<World> refusals,
        List<Change> changes) {

    /** Copies the lists. */
    public Scenario {
        expectations = List.copyOf(expectations);
        comparisons = List.copyOf(comparisons);
        refusals = List.copyOf(refusals);
        changes = List.copyOf(changes);
    }

    /** One in which nobody tries to change anything. */
    public Scenario(
            String name,
            String rule,
            World world,
            List<Expectation> expectations,
            List<Comparison> comparisons,
            List<World> refusals) {
        this(name, rule, world, expectations, comparisons, refusals, List.of());
    }

    /**
     * What must be answered to a request.
     *
     * @param gate the gate that must be named; {@code null} when any will do, or when allowed
     * @param sight the scope that must come along; {@code null} when any will do
     */
    public record Expectation(
            Request request,
            boolean allowed,
            @Nullable Gate gate,
            @Nullable Sight sight) {

        /** Exactly this answer. */
        public static Expectation of(Request request, Decision decision) {
            return new Expectation(request, decision.allowed(), decision.gate(), decision.sight());
        }

        /** Whether the answer is the one expected. */
        public boolean isMetBy(Decision decision) {
            return decision.allowed() == allowed
                    && (gate == null || gate == decision.gate())
                    && (sight == null || sight.equals(decision.sight()));
        }
    }

    /** Whether what the user may or sees must (not) reach beyond the actor's. */
    public record Comparison(String user, String actor, boolean exceeds) {}
}

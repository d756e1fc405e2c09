package io.bailiwick.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Runs an implementation through scenarios. */
public final class Suite {
    private final Candidate candidate;

    /** For that implementation. */
    public Suite(Candidate candidate) {
        this.candidate = candidate;
    }

    /**
     * Every expectation of the scenario that is not met, each in a line; empty when all are. Its changes are tried only
     * where the implementation is an {@link Administration}.
     */
    public List<String> failures(Scenario scenario) {
        var failures = new ArrayList<String>();
        try {
            var judge = candidate.judge(scenario.world());
            scenario.expectations().forEach(expectation -> check(judge, expectation, "", failures));
            scenario.comparisons().forEach(comparison -> check(judge, comparison, failures));
            if (judge instanceof Administration administration) {
                failures.addAll(new Trials(administration).failures(scenario));
            }
        } catch (WorldRefused refused) {
            failures.add("the world was refused: " + refused.getMessage());
        }
        for (int i = 0; i < scenario.refusals().size(); i++) {
            if (!refuses(scenario.refusals().get(i))) {
                failures.add("refused[%d] was taken in".formatted(i));
            }
        }
        return failures;
    }

    /** @param where what stands before each line */
    static void check(Judge judge, Scenario.Expectation expectation, String where, List<String> failures) {
        var request = expectation.request();
        var decision = judge.decide(request);
        if (!expectation.isMetBy(decision)) {
            failures.add("%s%s: expected %s, was %s".formatted(where, request, wanted(expectation), decision));
        }
        var explained = judge.explain(request);
        if (!Objects.equals(decision, explained)) {
            failures.add("%s%s: was %s, explained as %s".formatted(where, request, decision, explained));
        }
    }

    private static void check(Judge judge, Scenario.Comparison comparison, List<String> failures) {
        if (judge.exceeds(comparison.user(), comparison.actor()) != comparison.exceeds()) {
            failures.add("`%s` must %sexceed `%s`"
                    .formatted(comparison.user(), comparison.exceeds() ? "" : "not ", comparison.actor()));
        }
    }

    private boolean refuses(World world) {
        try {
            candidate.judge(world);
            return false;
        } catch (WorldRefused expected) {
            return true;
        }
    }

    private static String wanted(Scenario.Expectation expectation) {
        var gate = expectation.gate() == null ? "" : " at " + Words.of(expectation.gate());
        var sight = expectation.sight() == null ? "" : ", sees " + expectation.sight();
        return (expectation.allowed() ? "allowed" : "denied") + gate + sight;
    }
}

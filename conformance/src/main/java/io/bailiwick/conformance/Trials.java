package io.bailiwick.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tries the changes of a scenario one after another, as long as they are answered as expected: beyond that the world is
 * another one. What was not done must have changed nothing: every request that was asked before is asked again and
 * answered the same.
 */
final class Trials {
    private final Administration administration;
    private final Set<Request> asked = new LinkedHashSet<>();
    private final List<String> failures = new ArrayList<>();
    private @Nullable Map<Request, Decision> known;

    Trials(Administration administration) {
        this.administration = administration;
    }

    /** Every expectation that is not met, each in a line. */
    List<String> failures(Scenario scenario) {
        scenario.expectations().forEach(expectation -> asked.add(expectation.request()));
        for (int i = 0; i < scenario.changes().size() && failures.isEmpty(); i++) {
            attempt("changes[%d]".formatted(i), scenario.changes().get(i));
        }
        return failures;
    }

    private void attempt(String where, Change change) {
        var before = change.answer() == Change.Answer.DONE ? null : answers();
        var answer = administration.attempt(change);
        known = null;
        expect(where, change.answer().first(), answer);
        if (before != null && answer != Change.Answer.DONE && !answers().equals(before)) {
            failures.add("%s was answered `%s` and yet changed something: before %s, after %s"
                    .formatted(where, Words.of(answer), before, answers()));
        }
        if (change.answer() == Change.Answer.CONFIRMED && answer == Change.Answer.CONFIRM) {
            var confirmed = administration.confirm(change);
            known = null;
            expect(where + " confirmed", Change.Answer.DONE, confirmed);
        }
        for (var expectation : change.then()) {
            asked.add(expectation.request());
            Suite.check(administration, expectation, where + " ", failures);
        }
    }

    private void expect(String where, Change.Answer expected, Change.Answer answer) {
        if (answer != expected) {
            failures.add("%s: expected `%s`, was `%s`".formatted(where, Words.of(expected), Words.of(answer)));
        }
    }

    /** What the requests that were asked so far are answered now. */
    private Map<Request, Decision> answers() {
        var answers = known;
        if (answers == null) {
            answers = new LinkedHashMap<>();
            known = answers;
        }
        for (var request : asked) {
            answers.computeIfAbsent(request, administration::decide);
        }
        return answers;
    }
}

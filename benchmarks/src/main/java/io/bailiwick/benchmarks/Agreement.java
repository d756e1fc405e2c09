package io.bailiwick.benchmarks;

import io.bailiwick.engine.Directory;
import java.util.List;
import java.util.function.Predicate;

/** Checks that a peer gives the engine's answers, and that there is something to tell apart, before it is timed. */
final class Agreement {

    private Agreement() {}

    static void check(Directory directory, List<Question> questions, Predicate<Question> peer) {
        int allowed = 0;
        for (var question : questions) {
            boolean expected = directory
                    .decide(
                            question.id(),
                            BenchmarkWorld.APPLICATION,
                            question.method(),
                            question.path(),
                            question.address())
                    .allowed();
            if (peer.test(question) != expected) {
                throw new IllegalStateException("the peer answers " + !expected + " to " + question);
            }
            allowed += expected ? 1 : 0;
        }
        if (allowed < questions.size() / 10 || allowed > questions.size() * 9 / 10) {
            throw new IllegalStateException("of " + questions.size() + " questions " + allowed + " are allowed");
        }
    }
}

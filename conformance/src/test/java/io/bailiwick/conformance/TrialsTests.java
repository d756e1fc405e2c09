package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.conformance.Change.Answer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An implementation that lets through, refuses or forgets what it should not is caught. */
class TrialsTests {
    private static final Scenario SCENARIO = Scenarios.read("x", """
            rule: r
            areas:
              - {name: orders, paths: [/orders]}
            users:
              - {name: ada, role: administrator}
              - {name: nora, role: normal}
            allow:
              - {user: nora, method: GET, path: /orders}
            changes:
              - {by: nora, deletes: {user: ada}, answer: refused}
              - {by: ada, deletes: {area: orders}, answer: confirm}
              - by: ada
                deletes: {area: orders}
                answer: confirmed
                deny: [{user: nora, method: GET, path: /orders, gate: area}]
              - {by: ada, deletes: {user: nora}, answer: done}
            """);

    @Test
    void whoAnswersAsTheScenarioSaysPasses() {
        assertThat(failures(new Obedient())).isEmpty();
    }

    @Test
    void changesAreSkippedWhereNothingCanBeChanged() {
        assertThat(new Suite(ReferenceEngine::new).failures(SCENARIO)).isEmpty();
    }

    @Test
    void whoLetsEverythingThroughIsCaughtAndAskedNoFurther() {
        assertThat(failures(new Obedient() {
                    @Override
                    public Answer attempt(Change change) {
                        return Answer.DONE;
                    }
                }))
                .containsExactly("changes[0]: expected `refused`, was `done`");
    }

    @Test
    void whoRefusesEverythingIsCaught() {
        assertThat(failures(new Obedient() {
                    @Override
                    public Answer attempt(Change change) {
                        return Answer.REFUSED;
                    }
                }))
                .containsExactly("changes[1]: expected `confirm`, was `refused`");
    }

    @Test
    void whoAsksNothingIsCaught() {
        assertThat(failures(new Obedient() {
                    @Override
                    public Answer attempt(Change change) {
                        return change.answer() == Answer.CONFIRM ? Answer.DONE : super.attempt(change);
                    }
                }))
                .containsExactly("changes[1]: expected `confirm`, was `done`");
    }

    @Test
    void whoChangesSomethingBeforeItIsConfirmedIsCaught() {
        assertThat(failures(new Obedient() {
                    @Override
                    public Answer attempt(Change change) {
                        deleted |= change.answer() == Answer.CONFIRM;
                        return super.attempt(change);
                    }
                }))
                .anyMatch(line -> line.startsWith("changes[1] was answered `confirm` and yet changed something"));
    }

    @Test
    void whoForgetsWhatWasConfirmedIsCaught() {
        assertThat(failures(new Obedient() {
                    @Override
                    public Answer confirm(Change change) {
                        return Answer.CONFIRM;
                    }
                }))
                .anyMatch(line -> line.equals("changes[2] confirmed: expected `done`, was `confirm`"))
                .anyMatch(line -> line.startsWith("changes[2] Request[user=nora"));
    }

    private static List<String> failures(Administration administration) {
        return new Suite(world -> administration).failures(SCENARIO);
    }

    /** Answers what the scenario says, and has deleted the area once that was confirmed. */
    private static class Obedient implements Administration {
        private final Judge reference = new ReferenceEngine(SCENARIO.world());
        boolean deleted;

        @Override
        public Answer attempt(Change change) {
            return change.answer().first();
        }

        @Override
        public Answer confirm(Change change) {
            deleted = true;
            return Answer.DONE;
        }

        @Override
        public Decision decide(Request request) {
            return deleted ? Decision.denied(Gate.AREA) : reference.decide(request);
        }

        @Override
        public boolean exceeds(String user, String actor) {
            return reference.exceeds(user, actor);
        }
    }
}

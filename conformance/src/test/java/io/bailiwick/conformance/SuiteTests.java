package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A suite that cannot fail proves nothing. */
class SuiteTests {
    private static final Suite REFERENCE = new Suite(ReferenceEngine::new);

    @TestFactory
    Stream<DynamicTest> someScenarioCatchesTheMutantThat() {
        return Mutants.all().entrySet().stream()
                .map(mutant -> dynamicTest(
                        mutant.getKey(),
                        () -> assertThat(Scenarios.all())
                                .anyMatch(scenario -> !new Suite(mutant.getValue())
                                        .failures(scenario)
                                        .isEmpty())));
    }

    @TestFactory
    Stream<DynamicTest> someRandomWorldCatchesTheMutantThat() {
        return Mutants.all().entrySet().stream()
                .map(mutant -> dynamicTest(
                        mutant.getKey(),
                        () -> assertThat(caught(mutant.getValue())).isPresent()));
    }

    @TestFactory
    Stream<DynamicTest> aDifferenceIsASmallScenarioReadyToSaveForTheMutantThat() {
        return Mutants.all().entrySet().stream()
                .map(mutant -> dynamicTest(mutant.getKey(), () -> {
                    var difference = caught(mutant.getValue()).orElseThrow();
                    var text = Scenarios.write(difference);
                    var saved = Scenarios.read(difference.name(), text);
                    assertThat(saved).isEqualTo(difference);
                    assertThat(text.lines()).hasSizeLessThanOrEqualTo(30);
                    assertThat(REFERENCE.failures(saved)).isEmpty();
                    assertThat(new Suite(mutant.getValue()).failures(saved)).isNotEmpty();
                }));
    }

    @Test
    void anExplanationThatSaysSomethingElseIsCaught() {
        Candidate wrong = world -> new Wrong(new ReferenceEngine(world)) {
            @Override
            public Decision explain(Request request) {
                return Decision.denied(Gate.DATA);
            }
        };
        assertThat(caught(wrong)).isPresent();
        assertThat(Scenarios.all())
                .anyMatch(scenario -> !new Suite(wrong).failures(scenario).isEmpty());
    }

    @Test
    void aWrongComparisonIsCaught() {
        Candidate wrong = world -> new Wrong(new ReferenceEngine(world)) {
            @Override
            public boolean exceeds(String user, String actor) {
                return false;
            }
        };
        assertThat(caught(wrong)).hasValueSatisfying(difference -> {
            assertThat(difference.comparisons()).hasSize(1);
            assertThat(new Suite(wrong).failures(difference)).isNotEmpty();
        });
        assertThat(Scenarios.all())
                .anyMatch(scenario -> !new Suite(wrong).failures(scenario).isEmpty());
    }

    @Test
    void anImplementationThatTakesInEverythingIsCaught() {
        Candidate credulous =
                world -> new ReferenceEngine(Scenarios.all().getFirst().world());
        var refusing = Scenarios.all().stream()
                .filter(scenario -> !scenario.refusals().isEmpty())
                .toList();
        assertThat(refusing)
                .isNotEmpty()
                .allMatch(scenario -> new Suite(credulous)
                        .failures(scenario).stream().anyMatch(failure -> failure.contains("was taken in")));
    }

    private static Optional<Scenario> caught(Candidate mutant) {
        var differential = new Differential(ReferenceEngine::new, mutant);
        return LongStream.range(0, 3_000)
                .mapToObj(seed -> differential.difference(seed, 40))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static class Wrong implements Judge {
        private final Judge right;

        Wrong(Judge right) {
            this.right = right;
        }

        @Override
        public Decision decide(Request request) {
            return right.decide(request);
        }

        @Override
        public boolean exceeds(String user, String actor) {
            return right.exceeds(user, actor);
        }
    }
}

package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScenarioTests {
    /** What only who saves users can refuse; the engine never sees a user before he is saved. */
    private static final Set<String> NOT_THE_ENGINES = Set.of("a-resellers-user-has-a-group");

    @TestFactory
    Stream<DynamicTest> theReferenceDecidesAsTheScenarioSays() {
        return scenarios(ReferenceEngine::new, Scenarios.all().stream());
    }

    @TestFactory
    Stream<DynamicNode> theEngineDecidesAsTheScenarioSays() {
        return Implementations.engine().entrySet().stream()
                .map(engine -> dynamicContainer(
                        engine.getKey(),
                        scenarios(
                                engine.getValue(),
                                Scenarios.all().stream()
                                        .filter(scenario -> !NOT_THE_ENGINES.contains(scenario.name())))));
    }

    private static Stream<DynamicTest> scenarios(Candidate candidate, Stream<Scenario> scenarios) {
        var suite = new Suite(candidate);
        return scenarios.map(scenario -> dynamicTest(
                scenario.name(), () -> assertThat(suite.failures(scenario)).isEmpty()));
    }

    @Test
    void thereAreAtLeastEightyScenarios() {
        assertThat(Scenarios.all()).hasSizeGreaterThanOrEqualTo(80);
    }

    @Test
    void everyScenarioExpectsSomething() {
        assertThat(Scenarios.all())
                .allMatch(scenario -> !scenario.expectations().isEmpty()
                        || !scenario.comparisons().isEmpty()
                        || !scenario.refusals().isEmpty()
                        || !scenario.changes().isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> aScenarioWrittenIsTheScenarioRead() {
        return Scenarios.all().stream()
                .map(scenario -> dynamicTest(
                        scenario.name(),
                        () -> assertThat(Scenarios.read(scenario.name(), Scenarios.write(scenario)))
                                .isEqualTo(scenario)));
    }
}

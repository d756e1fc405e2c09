package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ScenarioTests {
    @TestFactory
    Stream<DynamicTest> theReferenceDecidesAsTheScenarioSays() {
        var suite = new Suite(ReferenceEngine::new);
        return Scenarios.all().stream()
                .map(scenario -> dynamicTest(
                        scenario.name(),
                        () -> assertThat(suite.failures(scenario)).isEmpty()));
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
                        || !scenario.refusals().isEmpty());
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

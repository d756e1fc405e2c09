package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScenarioFormatTests {
    private static final Path FILES = Path.of("src/main/resources/scenarios");

    @Test
    void aScenarioIsAtMostThirtyLines() throws IOException {
        try (var files = Files.list(FILES)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(Files.readAllLines(file)).hasSizeLessThanOrEqualTo(30));
        }
    }

    @Test
    void aScenarioIsNamedInKebabCase() {
        assertThat(Scenarios.all())
                .allSatisfy(scenario -> assertThat(scenario.name()).matches("[a-z0-9]+(-[a-z0-9]+)*"));
    }

    @Test
    void aFieldThatMeansNothingIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.read("x", "rule: r\nusers:\n  - {name: a, role: normal, rolle: b}\n"))
                .withMessageContaining("x.users[0]")
                .withMessageContaining("rolle");
    }

    @Test
    void aWordThatMeansNothingIsAMistake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.read("x", "rule: r\nusers:\n  - {name: a, role: boss}\n"))
                .withMessageContaining("`boss`");
    }

    @Test
    void theRoleIsNeverLeftOut() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.read("x", "rule: r\nusers:\n  - {name: a}\n"))
                .withMessageContaining("no `role`");
    }

    @Test
    void scalarsAreText() {
        var scenario = Scenarios.read(
                "x", "rule: r\nusers:\n  - {name: 1, role: normal, network: [10., 1.1]}\nresellers: [yes, null]\n");
        assertThat(scenario.world().users().getFirst().network()).containsExactly("10.", "1.1");
        assertThat(scenario.world().resellers()).containsExactly("yes", "null");
    }
}

package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aChangeSaysWhoDoesWhatAndWhatComesOfIt() {
        var scenario = Scenarios.read("x", """
                rule: r
                changes:
                  - by: ada
                    address: 192.0.2.7
                    saves: {users: [{name: nora, role: normal}]}
                    answer: confirmed
                    allow: [{user: nora, method: GET, path: /orders}]
                  - {by: ada, deletes: {group: desk, moveMembersTo: none}, answer: refused}
                  - {by: ada, deletes: {area: orders}, answer: confirm}
                  - {by: ada, imports: [{name: orders, paths: [/orders]}], answer: done}
                  - {by: ada, does: set-password, to: nora, answer: done}
                """);
        assertThat(scenario.changes())
                .extracting(Change::answer)
                .containsExactly(
                        Change.Answer.CONFIRMED,
                        Change.Answer.REFUSED,
                        Change.Answer.CONFIRM,
                        Change.Answer.DONE,
                        Change.Answer.DONE);
        assertThat(scenario.changes().getFirst().address()).isEqualTo("192.0.2.7");
        assertThat(scenario.changes().getFirst().then()).hasSize(1);
        assertThat(scenario.changes().get(1).deed())
                .isEqualTo(new Deed.Delete(Deed.Kind.GROUP, "desk", Deed.Delete.NOWHERE));
        assertThat(scenario.changes().get(2).deed()).isEqualTo(new Deed.Delete(Deed.Kind.AREA, "portal/orders", null));
        assertThat(scenario.changes().getLast().deed()).isEqualTo(new Deed.Touch(Deed.Way.SET_PASSWORD, "nora"));
        assertThat(Scenarios.read("x", Scenarios.write(scenario))).isEqualTo(scenario);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{by: ada, answer: done}",
                "{by: ada, answer: done, saves: {}}",
                "{by: ada, answer: done, saves: {resellers: [north, south]}}",
                "{by: ada, answer: done, deletes: {user: nora, group: desk}}",
                "{by: ada, answer: done, deletes: {user: nora, moveMembersTo: none}}",
                "{by: ada, answer: done, deletes: {user: nora}, does: set-password, to: nora}",
                "{by: ada, answer: maybe, deletes: {user: nora}}",
                "{answer: done, deletes: {user: nora}}",
                "{by: ada, deletes: {user: nora}}",
            })
    void aChangeIsOneThingWithOneAnswer(String change) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.read("x", "rule: r\nchanges:\n  - " + change + "\n"));
    }
}

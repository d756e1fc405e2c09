package io.bailiwick.areas;

import static io.bailiwick.areas.Documents.area;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.model.AreaGate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsequencesTests {
    @Test
    void droppedPathThatNobodyElseCoversOpensNothing() {
        assertThat(between(
                        List.of(area(1, "A", "/a", "/b"), area(2, "B", "/c")),
                        List.of(area(1, "A", "/a"), area(2, "B", "/c"))))
                .isEmpty();
    }

    @Test
    void droppedPathFallsToTheAreaAbove() {
        assertThat(between(
                        List.of(area(1, "A", "/x/y"), area(2, "B", "/x"), area(3, "C", "/")),
                        List.of(area(2, "B", "/x"), area(3, "C", "/"))))
                .containsExactly(Consequence.path("A", "/x/y", "B"));
    }

    @Test
    void droppedPathThatItsOwnAreaCoversFromAboveStaysThere() {
        assertThat(between(
                        List.of(area(1, "A", "/x", "/x/y"), area(2, "B", "/")),
                        List.of(area(1, "A", "/x"), area(2, "B", "/"))))
                .isEmpty();
    }

    @Test
    void droppedPathMayFallToOneThatOnlyCrossesIt() {
        assertThat(between(List.of(area(1, "A", "/x/{id}"), area(2, "B", "/{a}/y")), List.of(area(2, "B", "/{a}/y"))))
                .containsExactly(Consequence.path("A", "/x/{id}", "B"));
    }

    @Test
    void whatLiesUnderADroppedPathHadItsOwnAreaAlready() {
        assertThat(between(List.of(area(1, "A", "/x"), area(2, "B", "/x/y")), List.of(area(2, "B", "/x/y"))))
                .isEmpty();
    }

    @Test
    void addedPathTakesFromTheAreaAbove() {
        assertThat(between(
                        List.of(area(1, "A", "/a"), area(2, "B", "/b")),
                        List.of(area(1, "A", "/a", "/b/c"), area(2, "B", "/b"))))
                .containsExactly(Consequence.path("B", "/b/c", "A"));
    }

    @Test
    void renamingWhatStandsBetweenBracesIsNoChange() {
        assertThat(between(
                        List.of(area(1, "A", "/a/{x}"), area(2, "B", "/a")),
                        List.of(area(1, "A", "/a/{y}"), area(2, "B", "/a"))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ADMINISTRATION, OPEN, true",
        "ADMINISTRATION, STAFF, true",
        "ADMINISTRATION, JOBS, true",
        "STAFF, OPEN, true",
        "JOBS, ISSUE_COMMENTS, true",
        "INTEGRATION_CONFIGURATION, JOBS, true",
        "JOBS, INTEGRATION_CONFIGURATION, true",
        "OPEN, STAFF, false",
        "STAFF, ADMINISTRATION, false",
        "STAFF, JOBS, false",
        "OPEN, OPEN, false",
        "JOBS, ADMINISTRATION, false",
    })
    void gateThatLetsInMorePeopleOpens(AreaGate before, AreaGate after, boolean opens) {
        var consequences = between(List.of(area(1, "A", before, null, "/a")), List.of(area(1, "A", after, null, "/a")));

        assertThat(!consequences.isEmpty()).isEqualTo(opens);
    }

    @Test
    void rulesThatNewlyReachAnotherAreaAreNamed() {
        var before = List.of(area(1, "A", "/a"), area(2, "B", "/a/b", "/z"));
        var after = List.of(area(1, "A", "/a"), area(2, "B", "/a/b"));

        assertThat(between(before, after)).isEmpty();
        assertThat(Consequences.of(before, after, Set.of(before.getFirst().id())))
                .containsExactly(Consequence.reaches("A", "B"));
    }

    @Test
    void rulesThatReachAnotherAreaNoMoreAreNamed() {
        var before = List.of(area(1, "A", "/a"), area(2, "B", "/a/b", "/z"));
        var after = List.of(area(1, "A", "/a"), area(2, "B", "/z"));

        assertThat(Consequences.of(before, after, Set.of(before.getFirst().id())))
                .contains(Consequence.reachesNoMore("A", "B"));
    }

    @Test
    void sentenceCounts() {
        var rules = List.of(
                Consequence.rules("A", "Sales", "other rules"),
                Consequence.rules("B", "Sales", "other rules"),
                Consequence.path("A", "/x", "B"));

        assertThat(Consequences.sentence(rules))
                .isEqualTo("1 path falls to another area, rules of 1 group go along (Sales).");
        assertThat(Consequences.sentence(List.of())).isEmpty();
    }

    private static List<Consequence> between(List<Area> before, List<Area> after) {
        return Consequences.of(before, after, Set.of());
    }
}

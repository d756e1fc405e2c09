package io.bailiwick.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.model.InvalidValue;
import io.bailiwick.model.PathPattern;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine and the reference read the same patterns and see the same between them. */
class PatternAgreementTests {
    private static final int TRIES = 10_000;

    @Property(tries = TRIES)
    void nastyPatternsAreReadAlike(@ForAll("nasty") String pattern) {
        assertThat(engine(pattern).isPresent())
                .as("%s in the engine", pattern)
                .isEqualTo(reference(pattern).isPresent());
    }

    @Property(tries = TRIES)
    void coveringIsSeenAlike(@ForAll("patterns") String pattern, @ForAll("paths") List<String> path) {
        var engine = engine(pattern).orElseThrow();
        var reference = reference(pattern).orElseThrow();
        assertThat(engine.covers(path)).isEqualTo(reference.covers(path));
        assertThat(engine.matches(path)).isEqualTo(reference.matchesWhole(path));
    }

    @Property(tries = TRIES)
    void lyingUnderAndCollidingAreSeenAlike(@ForAll("patterns") String one, @ForAll("patterns") String other) {
        var engine = engine(one).orElseThrow();
        var reference = reference(one).orElseThrow();
        assertThat(engine.liesUnder(engine(other).orElseThrow()))
                .isEqualTo(reference.liesUnder(reference(other).orElseThrow()));
        assertThat(engine.collidesWith(engine(other).orElseThrow()))
                .isEqualTo(reference.collidesWith(reference(other).orElseThrow()));
    }

    @Property(tries = TRIES)
    void whatLiesUnderIsCoveredWheneverItMatches(
            @ForAll("patterns") String one, @ForAll("patterns") String other, @ForAll("paths") List<String> path) {
        var lower = reference(one).orElseThrow();
        var upper = reference(other).orElseThrow();
        if (lower.liesUnder(upper) && lower.covers(path)) {
            assertThat(upper.covers(path)).isTrue();
        }
    }

    @Property(tries = TRIES)
    void whatMatchesTwoPatternsTellsWhichIsBetterUnlessTheyCollide(
            @ForAll("patterns") String one, @ForAll("patterns") String other, @ForAll("paths") List<String> path) {
        var first = reference(one).orElseThrow();
        var second = reference(other).orElseThrow();
        if (first.covers(path) && second.covers(path) && !first.collidesWith(second)) {
            assertThat(PlainPattern.bestFor(path).compare(first, second)).isNotZero();
        }
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.of(
                        "/", "/", "/", "a", "{x}", "{y}", "{", "}", "{}", "a{x}", ".", "..", "%41", "%7B", "%7D", "%2F",
                        "%C3", "%A9", "%C3%A9", "é", "*", ";", " ", "?", "#")
                .list()
                .ofMaxSize(8)
                .map(tokens -> "/" + String.join("", tokens));
    }

    @Provide
    Arbitrary<String> patterns() {
        return Arbitraries.of(
                        "a",
                        "b",
                        "ab",
                        "aab",
                        "{x}",
                        "{y}",
                        "a{x}",
                        "{x}b",
                        "a{x}b",
                        "ab{x}",
                        "{x}ab",
                        "aa{x}b",
                        "%61",
                        "%C3%A9{x}")
                .list()
                .ofMaxSize(4)
                .map(segments -> "/" + String.join("/", segments));
    }

    @Provide
    Arbitrary<List<String>> paths() {
        return Arbitraries.of("a", "b", "ab", "aab", "abb", "aabb", "axb", "aba", "é", "éx", "x")
                .list()
                .ofMaxSize(5);
    }

    private static Optional<PathPattern> engine(String pattern) {
        try {
            return Optional.of(PathPattern.parse(pattern));
        } catch (InvalidValue invalid) {
            return Optional.empty();
        }
    }

    private static Optional<PlainPattern> reference(String pattern) {
        try {
            return Optional.of(PlainPattern.read(pattern));
        } catch (WorldRefused refused) {
            return Optional.empty();
        }
    }
}

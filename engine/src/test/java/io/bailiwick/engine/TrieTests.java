package io.bailiwick.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.model.PathPattern;
import io.bailiwick.model.PathSyntax;
import io.bailiwick.model.RequestPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrieTests {

    private static final List<String> SEGMENTS =
            List.of("a", "b", "ab", "{x}", "a{x}", "{x}b", "{x}ab", "ab{x}", "a{x}b", "b{x}", "%20", "%7B");

    @ParameterizedTest
    @CsvSource({
        "/a/x/c, /a/{p}/c",
        "/a/b/d, /a/b",
        "/a/b/c, /a/{p}/c",
        "/, ",
        "/a, /a",
        "/a/, /a",
        "/q, ",
        "/a{p}/x, ",
    })
    void theLookupGoesBackAndTriesAnotherBranch(String path, @Nullable String expected) {
        var found = find(List.of("/a", "/a/b", "/a/{p}/c"), path.replace("{p}", "z"));
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/acb/foo, /{x}b/foo",
        "/acb/bar, /a{x}/{y}",
        "/acb, ",
    })
    void partLiteralsOfEqualRankAreDecidedByWhatFollows(String path, @Nullable String expected) {
        assertThat(find(List.of("/a{x}/{y}", "/{x}b/foo"), path)).isEqualTo(expected);
    }

    @Test
    void aWholeMatchBeatsALiteralThatCoversFromAbove() {
        assertThat(find(List.of("/a/b", "/{x}/{y}/{z}"), "/a/b/c")).isEqualTo("/{x}/{y}/{z}");
        assertThat(find(List.of("/a/b", "/{x}/{y}/{z}"), "/a/b/c/d")).isEqualTo("/a/b");
    }

    @Test
    void theTrieFindsWhatTheDefinitionSays() {
        var random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            var patterns = patterns(random);
            for (int question = 0; question < 20; question++) {
                var path = text(random, random.nextInt(5)).replace("{x}", random.nextBoolean() ? "c" : "ab");
                assertThat(find(patterns, path)).as("%s in %s", path, patterns).isEqualTo(best(patterns, path));
            }
        }
    }

    @Test
    void manyLiteralsStandBesideEachOther() {
        var patterns = Stream.iterate(0, number -> number + 1)
                .limit(3_000)
                .map(number -> "/n" + number + "/x")
                .toList();
        for (var pattern : patterns) {
            assertThat(find(patterns.subList(0, 1_000), pattern + "/y"))
                    .isEqualTo(patterns.indexOf(pattern) < 1_000 ? pattern : null);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/a, /v1/a",
        "/v1/a/, /v1/a",
        "/v1/a?b=/../c%zz, /v1/a",
        "/v1/a/?b, /v1/a",
        "/v1/a/z/c, /v1/a/{x}/c",
        "/v1/a/z./c?, /v1/a/{x}/c",
    })
    void aPlainPathIsFoundInOnePass(String path, String expected) {
        assertThat(trie(List.of("/v1/a", "/v1/a/{x}/c")).findPlain(path))
                .extracting(route -> route.pattern.pattern().text())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1/a",
                "//v1/a",
                "/v1//a",
                "/v1/a//",
                "/v1/a/./c",
                "/v1/a/../c",
                "/v1/a/.z/c",
                "/v1/a/z%2e/c",
                "/v1/%61",
                "/v1/a;b",
                "/v1/a/z;b/c",
                "/v1/a#b",
                "/v1/a/z\\c",
                "/v1/a/z /c",
                "/v1/a/\u00e9/c",
                "/v1/a//c",
                "/v1/ab",
                "/v1/",
                "/v1/a/z/d",
                "/v1/a/z/c/d",
                "/v1/a/z",
                "/",
                "?",
                "/?"
            })
    void whatIsNotPlainOrNotMatchedWholeTakesTheLongWay(String path) {
        assertThat(trie(List.of("/v1/a", "/v1/a/{x}/c")).findPlain(path)).isNull();
    }

    @Test
    void aPathLongerThanEightKilobytesTakesTheLongWay() {
        var trie = trie(List.of("/{x}"));
        assertThat(trie.findPlain("/" + "a".repeat(PathSyntax.MAX_LENGTH - 1))).isNotNull();
        assertThat(trie.findPlain("/" + "a".repeat(PathSyntax.MAX_LENGTH))).isNull();
    }

    private static List<String> patterns(Random random) {
        var patterns = new ArrayList<String>();
        for (int count = random.nextInt(8); count >= 0; count--) {
            var text = PathPattern.parse(text(random, random.nextInt(4))).text();
            var pattern = PathPattern.parse(text);
            if (patterns.stream().map(PathPattern::parse).noneMatch(pattern::collidesWith)) {
                patterns.add(text);
            }
        }
        return patterns;
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder("/");
        for (int index = 0; index < length; index++) {
            text.append(SEGMENTS.get(random.nextInt(SEGMENTS.size()))).append('/');
        }
        return text.toString();
    }

    private static @Nullable String find(List<String> patterns, String path) {
        var root = trie(patterns);
        var plain = root.findPlain(path);
        int scanned = PathSyntax.scan(path);
        if (scanned < 0) {
            assertThat(plain).isNull();
            return null;
        }
        var decoded = PathSyntax.decode(path, scanned);
        var route = root.find(decoded, 1, decoded.length(), PathSyntax.segmentsOf(scanned));
        if (plain != null) {
            assertThat(plain).isSameAs(route);
        }
        return route == null ? null : route.pattern.pattern().text();
    }

    private static PathNode trie(List<String> patterns) {
        var root = new PathNode();
        var definition = new World().area("any").areas.getFirst();
        patterns.forEach(
                text -> root.add(new Route(new Area(0, definition), PatternDefinition.of(PathPattern.parse(text)))));
        return root;
    }

    /** The words of the access model, one after the other. */
    private static @Nullable String best(List<String> patterns, String path) {
        if (!(RequestPath.of(path) instanceof RequestPath.Canonical canonical)) {
            return null;
        }
        Comparator<PathPattern> whole = Comparator.comparing(pattern -> pattern.matches(canonical.segments()));
        return patterns.stream()
                .map(PathPattern::parse)
                .filter(pattern -> pattern.covers(canonical.segments()))
                .max(whole.thenComparing(TrieTests::byRanks))
                .map(PathPattern::text)
                .orElse(null);
    }

    private static int byRanks(PathPattern one, PathPattern other) {
        for (int index = 0; index < Math.min(one.ranks().size(), other.ranks().size()); index++) {
            int order = one.ranks().get(index).compareTo(other.ranks().get(index));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.ranks().size(), other.ranks().size());
    }
}

package io.bailiwick.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "//",
                "/a//b",
                "/a//",
                "/{}",
                "/{a",
                "/a}",
                "/}a{",
                "/{a}{b}",
                "/{a}-{b}",
                "/{{a}}",
                "/{a b}",
                "/{+a}",
                "/{a:[0-9]+}",
                "/{a*}",
                "/*",
                "/**",
                "/a?b",
                "/{a}?b",
                "/a;b",
                "/a b",
                "/é",
                "/%2F",
                "/{a}%2e",
                "/.",
                "/a/..",
                "/%zz",
                "/a#b"
            })
    void anythingElseIsInvalid(String text) {
        assertThatThrownBy(() -> PathPattern.parse(text)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void messagesNameThePatternAndTheReason() {
        assertThatThrownBy(() -> PathPattern.parse("/a/{x}{y}"))
                .hasMessage("`/a/{x}{y}` is no path pattern: the segment `{x}{y}` has more than one pair of braces");
        assertThatThrownBy(() -> PathPattern.parse("/a//b"))
                .hasMessage("`/a//b` is no path pattern. The path has an empty segment (`//`)");
    }

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/a/, /a",
        "/a/{b}, /a/{b}",
        "/%41, /A",
        "/a%20%C3%A9, /a%20%C3%A9",
        "/%7Bx%7D, /%7Bx%7D",
        "/.{x}., /.{x}.",
        "/{Sid}.json, /{Sid}.json",
        "/a%3fb, /a%3Fb"
    })
    void theCanonicalTextReadsBackAsTheSamePattern(String text, String canonical) {
        var pattern = PathPattern.parse(text);
        assertThat(pattern.text()).isEqualTo(canonical);
        assertThat(PathPattern.parse(canonical)).isEqualTo(pattern);
    }

    @Test
    void aPatternCoversItsPathAndEverythingBelow() {
        var pattern = PathPattern.parse("/a/{x}.json");
        assertThat(pattern.matches(List.of("a", "1.json"))).isTrue();
        assertThat(pattern.covers(List.of("a", "1.json", "b"))).isTrue();
        assertThat(pattern.matches(List.of("a", "1.json", "b"))).isFalse();
        assertThat(pattern.covers(List.of("a", ".json"))).isFalse();
        assertThat(pattern.covers(List.of("a"))).isFalse();
        assertThat(pattern.covers(List.of("A", "1.json"))).isFalse();
        assertThat(PathPattern.parse("/").covers(List.of())).isTrue();
    }

    @Test
    void overlappingPrefixAndSuffixNeedRoomBetween() {
        var pattern = PathPattern.parse("/ab{x}bc");
        assertThat(pattern.covers(List.of("abc"))).isFalse();
        assertThat(pattern.covers(List.of("abbc"))).isFalse();
        assertThat(pattern.covers(List.of("ab-bc"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/a/{x}, /a/{y}, true", "/a/{x}, /a/b, false", "/a/{x}, /a/{x}/c, false", "/a{x}, /{x}b, true",
                "/a{x}, /b{x}, false",
        "/a{x}, /{x}bc, false", "/ab{x}c, /a{x}bc, true", "/a{x}c, /b{x}c, false", "/{x}/a, /{y}/b, false",
                "/a, /a, true",
        "/, /, true", "/a, /A, false", "/a, /{x}a, false"
    })
    void patternsCollideWhenNoRankTellsThemApart(String one, String other, boolean collide) {
        assertThat(PathPattern.parse(one).collidesWith(PathPattern.parse(other)))
                .isEqualTo(collide);
        assertThat(PathPattern.parse(other).collidesWith(PathPattern.parse(one)))
                .isEqualTo(collide);
    }

    @ParameterizedTest
    @CsvSource({
        "/a/b, /a, true",
        "/a, /a/b, false",
        "/a/{x}, /a/{y}, true",
        "/a/b, /a/{y}, true",
        "/a/{x}, /a/b, false",
        "/a/x.json, /a/{y}.json, true",
        "/a/.json, /a/{y}.json, false",
        "/a/{x}.json, /a/{y}, true",
        "/a/{x}, /a/{y}.json, false",
        "/ab{x}cd, /a{x}d, true",
        "/a{x}d, /ab{x}cd, false",
        "/anything, /, true",
        "/, /, true",
        "/, /a, false"
    })
    void aPatternLiesUnderAnotherThatTakesInAllItsPaths(String one, String other, boolean under) {
        assertThat(PathPattern.parse(one).liesUnder(PathPattern.parse(other))).isEqualTo(under);
    }

    @Test
    void moreLiteralCharactersRankHigher() {
        assertThat(PathPattern.parse("/a/{x}.json/{y}.j/{z}").ranks()).containsExactly(Integer.MAX_VALUE, 5, 2, 0);
    }
}

package io.bailiwick.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.model.RequestPath.Canonical;
import io.bailiwick.model.RequestPath.Malformed;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | NOT_ABSOLUTE",
                "a | NOT_ABSOLUTE",
                "* | NOT_ABSOLUTE",
                "http://host/a | NOT_ABSOLUTE",
                "?/a | NOT_ABSOLUTE",
                "// | EMPTY_SEGMENT",
                "//a | EMPTY_SEGMENT",
                "/a//b | EMPTY_SEGMENT",
                "/a//?q | EMPTY_SEGMENT",
                "/. | DOT_SEGMENT",
                "/a/.. | DOT_SEGMENT",
                "/a/../b | DOT_SEGMENT",
                "/a/./ | DOT_SEGMENT",
                "/..?q | DOT_SEGMENT",
                "/a;b | FORBIDDEN_CHARACTER",
                "/a\\b | FORBIDDEN_CHARACTER",
                "/a#b | FORBIDDEN_CHARACTER",
                "/a* | FORBIDDEN_CHARACTER",
                "/a b | FORBIDDEN_CHARACTER",
                "/é | FORBIDDEN_CHARACTER",
                "/a%2 | BAD_ESCAPE",
                "/a% | BAD_ESCAPE",
                "/a%zz | BAD_ESCAPE",
                "/a%2?f | BAD_ESCAPE",
                "/a%u002f | BAD_ESCAPE",
                "/a%2Fb | FORBIDDEN_ESCAPE",
                "/a%2fb | FORBIDDEN_ESCAPE",
                "/%2e%2e/a | FORBIDDEN_ESCAPE",
                "/a%5Cb | FORBIDDEN_ESCAPE",
                "/a%252Fb | FORBIDDEN_ESCAPE",
                "/a%3Bb | FORBIDDEN_ESCAPE",
                "/a%00 | FORBIDDEN_ESCAPE",
                "/a%7F | FORBIDDEN_ESCAPE",
                "/a%C2%85 | FORBIDDEN_ESCAPE",
                "/a%E2%80%A8 | FORBIDDEN_ESCAPE",
                "/a%E2%80%A9 | FORBIDDEN_ESCAPE",
                "/a%C0%AF | NOT_UTF8",
                "/a%E0%80%AF | NOT_UTF8",
                "/a%ED%A0%80 | NOT_UTF8",
                "/a%F4%90%80%80 | NOT_UTF8",
                "/a%F8%88%80%80%80 | NOT_UTF8",
                "/a%80 | NOT_UTF8",
                "/a%C3 | NOT_UTF8",
                "/a%C3a | NOT_UTF8",
                "/a%C3%41 | NOT_UTF8",
                "/a%C3%g1 | BAD_ESCAPE",
            })
    void malformedPathsAreRefusedWithTheirReason(String wire, PathFault fault) {
        assertThat(RequestPath.of(wire)).isEqualTo(new Malformed(fault));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 13, 31, 32, 127, 128, 159, 160, 255, 0x2028, 0x2F, 0xFF0F})
    void rawControlsSpacesAndNonAsciiAreRefused(int character) {
        var path = RequestPath.of("/a" + (char) character + "b");
        boolean plain = character == '/';
        assertThat(path instanceof Canonical).isEqualTo(plain);
    }

    @Test
    void segmentsAreDecodedOnce() {
        assertThat(RequestPath.of("/a%20b/%C3%A9/%F0%9F%98%80/%3f%23%2A?c=/../"))
                .isEqualTo(canonical("a b", "é", "😀", "?#*"));
    }

    @Test
    void oneTrailingSlashMeansNothing() {
        assertThat(RequestPath.of("/a/b/")).isEqualTo(canonical("a", "b"));
        assertThat(RequestPath.of("/")).isEqualTo(canonical());
        assertThat(RequestPath.of("/?a=b")).isEqualTo(canonical());
    }

    @Test
    void dotsInsideOfSegmentsAreFine() {
        assertThat(RequestPath.of("/.a/b..c/...")).isEqualTo(canonical(".a", "b..c", "..."));
    }

    @Test
    void lengthAndSegmentsHaveLimits() {
        assertThat(RequestPath.of("/" + "a".repeat(8191) + "?q")).isInstanceOf(Canonical.class);
        assertThat(RequestPath.of("/" + "a".repeat(8192))).isEqualTo(new Malformed(PathFault.TOO_LONG));
        assertThat(RequestPath.of("/a".repeat(64) + "/")).isInstanceOf(Canonical.class);
        assertThat(RequestPath.of("/a".repeat(65))).isEqualTo(new Malformed(PathFault.TOO_MANY_SEGMENTS));
        assertThat(RequestPath.of("/a?" + "q".repeat(10_000))).isEqualTo(canonical("a"));
    }

    private static Canonical canonical(String... segments) {
        return new Canonical(List.of(segments));
    }
}

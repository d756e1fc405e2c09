package io.bailiwick.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.model.RequestPath;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The engine and the reference read the same segments or refuse both. */
class PathAgreementTests {
    private static final int TRIES = 10_000;

    @Property(tries = TRIES)
    void nastyPathsAreReadAlike(@ForAll("nasty") String path) {
        assertReadAlike(path);
    }

    @Property(tries = TRIES)
    void escapedBytesAreReadAlike(@ForAll("escaped") String path) {
        assertReadAlike(path);
    }

    @Property(tries = 2_000)
    void anyTextIsReadAlike(@ForAll String path) {
        assertReadAlike(path);
        assertReadAlike("/" + path);
    }

    @Example
    void aPathOfEightKilobytesIsReadAndALongerOneIsNot() {
        var longest = "/" + "a".repeat(8 * 1024 - 1);
        assertReadAlike(longest);
        assertReadAlike(longest + "a");
        assertReadAlike(longest + "?" + "a".repeat(10_000));
        assertThat(PlainPath.read(longest)).isPresent();
        assertThat(PlainPath.read(longest + "a")).isEmpty();
        assertThat(PlainPath.read(longest + "?" + "a".repeat(10_000))).isPresent();
    }

    @Example
    void everySingleCharacterIsReadAlike() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertReadAlike("/a" + (char) c + "b");
        }
    }

    @Example
    void everyEscapedCharacterIsReadAlike() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c += c < 0x3000 ? 1 : 97) {
            var escaped = new StringBuilder("/");
            for (byte b : Character.toString(c).getBytes(UTF_8)) {
                escaped.append("%%%02X".formatted(b));
            }
            assertReadAlike(escaped.toString());
        }
    }

    @Provide
    Arbitrary<String> nasty() {
        return Arbitraries.of(
                        "/",
                        "/",
                        "/",
                        "a",
                        "b",
                        ".",
                        "..",
                        "%",
                        "%2",
                        "%2F",
                        "%2e",
                        "%25",
                        "%3b",
                        "%5C",
                        "%C3%A9",
                        "%C3",
                        "%A9",
                        "%20",
                        "%7F",
                        "%C2%85",
                        "%E2%80%A8",
                        ";",
                        "\\",
                        "#",
                        "*",
                        " ",
                        "?",
                        "{",
                        "}",
                        "~",
                        "é",
                        "\u0000",
                        "%00",
                        "F",
                        "0",
                        "%F0%9F%98%80",
                        "%ed%a0%80",
                        "+",
                        ":",
                        "@",
                        "|",
                        "\"")
                .list()
                .ofMaxSize(14)
                .map(tokens -> "/" + String.join("", tokens));
    }

    @Provide
    Arbitrary<String> escaped() {
        var bytes = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.integers().between(0x80, 0xBF)),
                Tuple.of(2, Arbitraries.integers().between(0xC0, 0xFF)),
                Tuple.of(1, Arbitraries.integers().between(0, 0x7F)));
        return bytes.map("%%%02x"::formatted)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4)
                .map(tokens -> "/" + String.join("", tokens));
    }

    private static void assertReadAlike(String path) {
        var engine = RequestPath.of(path) instanceof RequestPath.Canonical canonical
                ? Optional.of(canonical.segments())
                : Optional.empty();
        assertThat(engine).as(path).isEqualTo(PlainPath.read(path));
    }
}

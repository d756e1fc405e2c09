package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bailiwick.kernel.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiReaderTests {
    private static final String HEAD = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\n";

    @Test
    void carriersDocumentIsReadWhole() {
        var outline = OpenApiReader.read(Documents.twilio());

        assertThat(outline.title()).isEqualTo("Twilio - Api");
        assertThat(outline.paths()).hasSize(121);
        assertThat(outline.operations()).isEqualTo(197);
        assertThat(outline.paths())
                .extracting(Outline.Path::pattern)
                .contains("/2010-04-01/Accounts/{AccountSid}/Calls/{Sid}.json");
        assertThat(outline.paths().stream().filter(path -> !path.otherTags().isEmpty()))
                .extracting(Outline.Path::tag)
                .containsExactlyInAnyOrder("Api20100401Key", "Api20100401SigningKey", "Api20100401OutgoingCallerId");
    }

    @Test
    void carriersDocumentIsReadWithinASecondOnceWarm() {
        OpenApiReader.read(Documents.twilio());
        var started = System.nanoTime();
        OpenApiReader.read(Documents.twilio());

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void pathBelongsToTheFirstTagOfItsFirstOperation() {
        var outline = read(HEAD + """
                paths:
                  /a:
                    delete: {tags: [d], responses: {}}
                    post: {tags: [p, q], responses: {}}
                  /b:
                    head: {tags: [h], responses: {}}
                    get: {tags: ["", g, h], responses: {}}
                """);

        assertThat(outline.paths()).extracting(Outline.Path::tag).containsExactly("p", "g");
        assertThat(outline.paths())
                .extracting(Outline.Path::otherTags)
                .containsExactly(List.of("q", "d"), List.of("h"));
    }

    @Test
    void pathWithoutTagBelongsToItsFirstSegment() {
        var outline = read(HEAD + """
                servers: [{url: "https://shop.example/api"}]
                paths:
                  /orders/{id}: {get: {responses: {}}}
                  /: {get: {responses: {}}}
                """);

        assertThat(outline.paths()).extracting(Outline.Path::tag).containsExactly("orders", "/");
        assertThat(outline.paths()).extracting(Outline.Path::pattern).containsExactly("/api/orders/{id}", "/api");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://shop.example/v1",
                "https://shop.example/v1/",
                "//shop.example/v1",
                "/v1",
                "https://{region}.shop.example:{port}/{stage}"
            })
    void pathOfTheFirstServerGoesInFront(String url) {
        var outline = read(HEAD + """
                servers:
                  - url: "%s"
                    variables: {region: {default: eu}, port: {default: '8443'}, stage: {default: v1}}
                  - url: https://elsewhere.example/v9
                paths: {/orders: {get: {responses: {}}}}
                """.formatted(url));

        assertThat(outline.paths()).extracting(Outline.Path::pattern).containsExactly("/v1/orders");
    }

    @Test
    void serverVariablesThatNameEachOtherAreNotUnfolded() {
        var servers = new StringBuilder(HEAD + "servers:\n  - url: \"{v0}\"\n    variables:\n");
        for (int level = 0; level < 60; level++) {
            servers.append("      v%d: {default: \"{v%d}{v%d}\"}\n".formatted(level, level + 1, level + 1));
        }

        assertThat(faults(servers + "paths: {/orders: {get: {responses: {}}}}\n"))
                .singleElement()
                .asString()
                .contains("`{v1}{v1}`");
    }

    @Test
    void serverOfAPathGoesBeforeThatOfTheDocument() {
        var outline = read(HEAD + """
                servers: [{url: "https://shop.example/v1"}]
                paths: {/orders: {servers: [{url: "/v2"}], get: {responses: {}}}}
                """);

        assertThat(outline.paths()).extracting(Outline.Path::pattern).containsExactly("/v2/orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "./v1", "https://shop.example/v1?x=y", "https://shop.example/v1#x"})
    void serverWithoutAKnownPathIsRefused(String url) {
        assertThat(faults(HEAD + "servers: [{url: \"" + url + "\"}]\npaths: {/orders: {get: {responses: {}}}}\n"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("`" + url + "`"));
    }

    @Test
    void operationSaysWhatItDoes() {
        var path = read(HEAD + """
                paths:
                  /search:
                    post: {x-bailiwick-access: read, responses: {}}
                    trace: {x-bailiwick-access: read, responses: {}}
                    head: {x-bailiwick-access: delete, responses: {}}
                """).paths().getFirst();

        assertThat(path.overrides()).containsOnlyKeys("POST", "TRACE").containsEntry("POST", "read");
    }

    @Test
    void everyFaultOfThePathsIsReportedAtOnce() {
        var faults = faults(HEAD + """
                paths:
                  /a/{b}{c}: {get: {responses: {}}}
                  /d?e=f: {get: {responses: {}}}
                  /g: {post: {x-bailiwick-access: write, responses: {}}}
                  /h: {get: nonsense}
                  /i: {$ref: "https://evil.example/i.yaml"}
                  /j: {$ref: "#/components/pathItems/j"}
                  k: {get: {responses: {}}}
                  /fine: {get: {responses: {}}}
                """);

        assertThat(faults)
                .extracting(Refusal.Invalid.Fault::field)
                .containsExactlyInAnyOrder(
                        "paths./a/{b}{c}", "paths./d?e=f", "paths./g", "paths./h", "paths./i", "paths./j", "paths.k");
        assertThat(faults).allSatisfy(fault -> assertThat(fault.message()).doesNotContain("Exception", "java."));
    }

    @Test
    void pathItemOfTheComponentsIsFollowed() {
        var outline = read("""
                openapi: 3.1.0
                info: {title: T, version: '1'}
                paths: {/i: {$ref: "#/components/pathItems/i"}}
                components: {pathItems: {i: {get: {tags: [t], responses: {}}}}}
                """);

        assertThat(outline.paths()).extracting(Outline.Path::tag).containsExactly("t");
    }

    @Test
    void twoSpellingsOfOnePathAreOne() {
        var outline = read(HEAD + """
                paths:
                  /users: {post: {tags: [b], responses: {}}}
                  /users/: {get: {tags: [a], responses: {}}}
                """);

        assertThat(outline.paths()).singleElement().satisfies(path -> {
            assertThat(path.tag()).isEqualTo("a");
            assertThat(path.operations()).hasSize(2);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n",
                "hello",
                "[]",
                "[1, 2]",
                "{",
                "{\"openapi\": \"3.0.0\", \"paths\": {\"/a\": {}}} trailing",
                "{\"openapi\": \"3.0.0\", \"openapi\": \"3.0.0\"}",
                "{}",
                "{\"swagger\": \"2.0\", \"paths\": {\"/a\": {}}}",
                "{\"openapi\": \"3.0.0\"}",
                "{\"openapi\": \"3.0.0\", \"paths\": {}}",
                "{\"openapi\": \"3.0.0\", \"paths\": []}",
                "{\"openapi\": \"4.0.0\", \"paths\": {\"/a\": {}}}",
                "{\"openapi\": 3, \"paths\": {\"/a\": {}}}",
                "openapi: 3.0.0\npaths: {/a: {}}",
                "openapi: 3.0.0\n\tpaths: {}",
                "openapi: [",
                "openapi: 3.0.0\nopenapi: 3.0.1",
                "openapi: 3.0.0\n---\nopenapi: 3.0.0",
                "? [a, b]\n: c",
                "null: a\nopenapi: 3.0.0",
                "openapi: !!java.net.URL [\"https://evil.example\"]",
                "openapi: !!binary aGVsbG8=",
                "a: &a [x]\nb: [*a, *a]",
                "a: &a\n  b: *a",
            })
    void whatIsNoOpenApiDocumentIsRefusedInPlainWords(String text) {
        assertThat(faults(text)).allSatisfy(fault -> {
            assertThat(fault.field()).isIn("document", "paths./a");
            assertThat(fault.message()).endsWith(".").doesNotContain("Exception", "com.fasterxml", "yaml.snake");
        });
    }

    @Test
    @Timeout(20)
    void bombsAreRefusedBeforeTheyGoOff() {
        assertThat(faults("[".repeat(100_000))).isNotEmpty();
        assertThat(faults("{\"openapi\":\"3.0.0\",\"paths\":" + "{\"a\":".repeat(60) + "1" + "}".repeat(61)))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("out of bounds"));
        assertThat(faults("{\"openapi\":\"" + "x".repeat(1_000_001) + "\"}")).isNotEmpty();
        assertThat(faults("{\"a\":[" + "0,".repeat(2_000_001) + "0]}")).isNotEmpty();
        assertThat(faults("a: " + "x".repeat(100_001))).isNotEmpty();
        assertThat(faults("a: |\n" + (" " + "x".repeat(9_000) + "\n").repeat(120)))
                .isNotEmpty();
        assertThat(faults("- 1\n".repeat(2_000_001))).isNotEmpty();
        assertThat(faults("a: " + "[".repeat(60) + "]".repeat(60))).isNotEmpty();
        var laughs = new StringBuilder("a: &a [x,x,x,x,x,x,x,x,x]\n");
        for (char name = 'b'; name <= 'i'; name++) {
            laughs.append(name).append(": &").append(name).append(" [");
            laughs.append(("*" + (char) (name - 1) + ",").repeat(9)).append("]\n");
        }
        assertThat(faults(laughs.toString()))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("alias"));
    }

    @Test
    void whatIsLargerThanTwentyMegabytesIsRefused() {
        assertThatExceptionOfType(Refusal.TooLarge.class)
                .isThrownBy(() -> OpenApiReader.read(new byte[DocumentTree.MOST_BYTES + 1]));
    }

    @Test
    void whatOfJsonIsMissingIsTold() {
        var json = "{\"openapi\":\"3.0.0\",\"info\":{\"title\":\"" + "x".repeat(200_000) + "\"},\"paths\":{}}";

        assertThat(faults(json.substring(0, 150_000)))
                .extracting(Refusal.Invalid.Fault::message)
                .singleElement()
                .asString()
                .startsWith("The document begins like JSON and is cut off (line 1, column ");
        assertThat(faults(json.substring(50)))
                .extracting(Refusal.Invalid.Fault::message)
                .singleElement()
                .asString()
                .contains("does not begin with `{`", "its line 1 is longer", "its beginning is missing");
    }

    @Test
    void onlyUtf8IsRead() {
        assertThatExceptionOfType(Refusal.Invalid.class)
                .isThrownBy(() -> OpenApiReader.read((HEAD + "x: ä").getBytes(StandardCharsets.ISO_8859_1)))
                .withMessageContaining("UTF-8");
        assertThat(read("\uFEFF" + HEAD + "paths: {/a: {get: {responses: {}}}}\n")
                        .paths())
                .hasSize(1);
    }

    private static Outline read(String text) {
        return OpenApiReader.read(Documents.bytes(text));
    }

    private static List<Refusal.Invalid.Fault> faults(String text) {
        try {
            read(text);
        } catch (Refusal.Invalid invalid) {
            return invalid.faults();
        }
        throw new AssertionError("It was read: " + text.substring(0, Math.min(80, text.length())));
    }
}

package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that no browser makes are the client's fault, and are told so like any other. */
@PanelTest
class OddRequestsTests {
    private static final String BAD = "HTTP/1.1 400";

    private final Panel panel;
    private final Cast cast;

    @Autowired
    OddRequestsTests(Panel panel, Cast cast) {
        this.panel = panel;
        this.cast = cast;
    }

    @Test
    void aFieldWithAnIndexIsNoField() {
        var visitor = panel.visitor();
        for (var name : List.of("email[0]", "next[9]", "email[a]", "email.x", "email[0].x")) {
            assertThat(visitor.form("/sign-in", Map.of("email", "a@b.example", name, "x"))
                            .status())
                    .as(name)
                    .isIn(400, 401, 422);
        }
        for (var query : List.of("email[0]=x", "status[0]=x", "groups[9999999]=1")) {
            assertThat(panel.as(cast.ada)
                            .get("/api/v1/users?" + query.replace("[", "%5B").replace("]", "%5D"))
                            .status())
                    .as(query)
                    .isEqualTo(400);
        }
        assertThat(panel.as(cast.ada)
                        .form("/users", Map.of("groups[9999999]", "1", "network[0]", "1"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aBodyThatIsCutWronglyIsTheClientsFault() {
        var answer = panel.raw("""
                POST /api/v1/session HTTP/1.1
                Host: 127.0.0.1
                Content-Type: application/json
                Transfer-Encoding: chunked

                zz""");
        assertThat(answer).startsWith(BAD).doesNotContain("timestamp");
    }

    /** 0xC1 0xA1 is an overlong "a"; 0xED 0xA0 0x80 half of a pair. */
    @Test
    void aTextThatIsNotUtf8ByTheLetterIsNotRead() {
        for (var name : List.of("\u00c1\u00a1da", "\u00ed\u00a0\u0080", "\u00ff", "\u00e4")) {
            var body = "{\"email\":\"" + name + "@b.example\",\"password\":\"x\"}";
            var answer = panel.raw("""
                    POST /api/v1/session HTTP/1.1
                    Host: 127.0.0.1
                    Content-Type: application/json
                    Content-Length: %d
                    Connection: close

                    %s""".formatted(body.length(), body));
            assertThat(answer).startsWith(BAD).contains("UTF-8");
        }
    }

    @Test
    void whatTheContainerRefusesIsAnsweredLikeAllElse() {
        for (var path : List.of("/WEB-INF/x", "/META-INF/x", "/assets", "/assets/x")) {
            var answer = panel.raw("GET " + path + " HTTP/1.1\nHost: 127.0.0.1");
            assertThat(answer).as(path).startsWith("HTTP/1.1 404").doesNotContain("timestamp");
            assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                    .as(path)
                    .contains("content-security-policy: default-src 'none'", "nosniff", "no-store");
        }
    }

    @Test
    void thePortOfHealthAndMetricsSaysWhatItTakes() throws IOException, InterruptedException {
        var base = "http://127.0.0.1:" + panel.managementPort();
        try (var http = HttpClient.newHttpClient()) {
            for (var method : List.of("POST", "PUT", "DELETE")) {
                var request = HttpRequest.newBuilder(URI.create(base + "/readyz"))
                        .method(method, BodyPublishers.noBody())
                        .build();
                assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                        .as(method)
                        .isEqualTo(405);
            }
            for (var path : List.of("/", "/nothing-here", "/users", "/env", "/actuator")) {
                var request = HttpRequest.newBuilder(URI.create(base + path)).build();
                assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
            for (var path : List.of("/healthz", "/metrics", "/nothing-here")) {
                var request = HttpRequest.newBuilder(URI.create(base + path)).build();
                assertThat(http.send(request, BodyHandlers.discarding())
                                .headers()
                                .firstValue("Content-Security-Policy"))
                        .as(path)
                        .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'none'"));
            }
        }
    }

    @Test
    void thePortOfHealthAndMetricsAnswersItsErrorsShortly() throws IOException, InterruptedException {
        var base = "http://127.0.0.1:" + panel.managementPort();
        try (var http = HttpClient.newHttpClient()) {
            for (var wrong : Map.of("GET /nothing-here", 404, "GET /users", 404, "POST /readyz", 405, "GET /a;b=c", 400)
                    .entrySet()) {
                var words = wrong.getKey().split(" ");
                var request = HttpRequest.newBuilder(URI.create(base + words[1]))
                        .header("Accept", "text/html")
                        .method(words[0], BodyPublishers.noBody())
                        .build();
                var answer = http.send(request, BodyHandlers.ofString());
                assertThat(answer.statusCode()).as(wrong.getKey()).isEqualTo(wrong.getValue());
                assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                        .as(wrong.getKey())
                        .startsWith("application/problem+json");
                assertThat(answer.body())
                        .as(wrong.getKey())
                        .hasSizeLessThan(300)
                        .doesNotContain("<");
            }
        }
        assertThat(panel.raw(panel.managementPort(), "GET /a b c HTTP/1.1\nHost: 127.0.0.1"))
                .startsWith("HTTP/1.1 400")
                .doesNotContain("<html");
    }

    @Test
    void aForwardedHostThatIsNoneIsNoneOfOurs() {
        var body = Map.of("email", "a@b.example", "password", "x");
        var answer = panel.visitor().send("POST", "/api/v1/session", body, Map.of("X-Forwarded-Host", "["));
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
    }

    @Test
    void theThemeLeadsNowhereThatNoHeaderHolds() {
        var answer = panel.visitor().form("/theme", Map.of("theme", "dark", "to", "/\u2028x"));
        assertThat(answer.header("Location")).isEqualTo("/");
    }

    @Test
    void anAddressWithWhatIsNoTextIsNobodys() {
        var body = Map.of("email", cast.nora.email() + "\u0000", "password", cast.nora.password());
        assertThat(panel.visitor().post("/api/v1/session", body).status()).isNotEqualTo(201);
    }
}

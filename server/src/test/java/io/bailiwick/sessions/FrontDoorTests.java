package io.bailiwick.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class FrontDoorTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Test
    void everyKindOfAnswerHasTheSecurityHeaders() {
        var visitor = panel.visitor();
        var signInPage = visitor.get("/sign-in");
        var asset = signInPage.body().replaceAll("(?s).*href=\"(/assets/[^\"]+app\\.css)\".*", "$1");
        var answers = List.of(
                signInPage,
                visitor.get(asset),
                visitor.get("/assets/nothing"),
                visitor.get("/users"),
                visitor.get("/nothing-here"),
                visitor.get("/api/v1/users"),
                visitor.get("/api/v1/nothing"),
                visitor.get("/api/v1/%2e%2e/users"),
                visitor.post("/api/v1/session", "{"),
                visitor.send("POST", "/api/v1/session", "x".repeat(1_100_000), Map.of()),
                visitor.send("PROPFIND", "/users", null, Map.of()),
                visitor.send("OPTIONS", "/users", null, Map.of("Origin", "https://evil.example")),
                visitor.formWithoutToken("/sign-in", Map.of("email", "x")),
                panel.as(cast.nora).get("/api/v1/users"),
                panel.as(cast.nora).get("/me"),
                panel.as(cast.ada).get("/api/v1/me/sessions"));
        assertThat(answers).allSatisfy(FrontDoorTests::assertHeaders);
        assertThat(answers.stream().map(Answer::status)).contains(200, 302, 400, 401, 403, 404, 413);
    }

    @Test
    void onlyStaticFilesAreKeptByBrowsers() {
        assertThat(panel.as(cast.ada).get("/api/v1/me/sessions").header("Cache-Control"))
                .isEqualTo("no-store");
        assertThat(panel.as(cast.ada).get("/me").header("Cache-Control")).isEqualTo("no-store");
        assertThat(panel.visitor().get("/sign-in").header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void strictTransportIsAskedForOverTlsAlone() {
        var visitor = panel.visitor();
        assertThat(visitor.get("/sign-in").header("Strict-Transport-Security")).isEmpty();
        assertThat(visitor.send("GET", "/sign-in", null, Map.of("X-Forwarded-Proto", "https"))
                        .header("Strict-Transport-Security"))
                .startsWith("max-age=");
    }

    @Test
    void noOtherOriginIsLetIn() {
        var answer =
                panel.as(cast.ada).send("GET", "/api/v1/me/sessions", null, Map.of("Origin", "https://evil.example"));
        assertThat(answer.response().headers().map().keySet())
                .noneMatch(name -> name.toLowerCase(java.util.Locale.ROOT).startsWith("access-control"));
    }

    static Stream<String> malformed() {
        return Stream.of(
                "//users",
                "/users//x",
                "/users/..",
                "/./users",
                "/users/../users",
                "/%2e%2e/users",
                "/users%2fx",
                "/users%5cx",
                "/users%00",
                "/users%25",
                "/users;x=y",
                "/users%3bx",
                "/users\\x",
                "/users%zz",
                "/users%",
                "/users%c0%af",
                "/users%ff",
                "/users%0d%0a",
                "/users*",
                "/users%e2%80%a8",
                "/../../etc",
                "*");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedPathIsRefusedWithTheReason(String path) {
        var page = panel.raw("GET " + path + " HTTP/1.1\nHost: localhost");
        assertThat(page).startsWith("HTTP/1.1 400 ").contains("Content-Security-Policy: default-src 'none'");
        var api = panel.raw("GET /api/v1" + (path.startsWith("/") ? "" : "/") + path + " HTTP/1.1\nHost: localhost");
        assertThat(api)
                .startsWith("HTTP/1.1 400 ")
                .contains("\"gate\":\"path\"")
                .contains("\"reason\":\"The ");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aProxyThatAsksByAMalformedPathIsTold403(String path) {
        if (path.startsWith("/")) {
            var answer = panel.raw("GET /authz/cockpit/ext-authz" + path + " HTTP/1.1\nHost: localhost");
            assertThat(answer).startsWith("HTTP/1.1 403 ").contains("Bailiwick-Reason: The ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/users[1]", "/users{x}", "/users|x", "/users^x", "/users?q=a|b[c]"})
    void whatIsOnlyUnusualIsJudgedAsAnyPath(String path) {
        assertThat(panel.raw("GET " + path + " HTTP/1.1\nHost: localhost")).doesNotStartWith("HTTP/1.1 400 ");
    }

    @Test
    void aPathOfEightKilobytesIsReadAndALongerOneRefused() {
        assertThat(panel.raw("GET /" + "a".repeat(8_000) + " HTTP/1.1\nHost: localhost"))
                .startsWith("HTTP/1.1 302 ");
        assertThat(panel.raw("GET /" + "a".repeat(8_200) + " HTTP/1.1\nHost: localhost"))
                .startsWith("HTTP/1.1 400 ")
                .contains("Content-Security-Policy");
    }

    @Test
    void aTraceEchoesNothing() {
        var answer = panel.raw("TRACE /users HTTP/1.1\nHost: localhost\nCookie: bailiwick=secret");
        assertThat(answer).startsWith("HTTP/1.1 405 ").doesNotContain("secret").contains("Content-Security-Policy");
    }

    @Test
    void aProxyIsRefusedInTheWordsThatItUnderstands() {
        var asked = "/authz/cockpit/auth-request HTTP/1.1\nHost: localhost\n";
        var form = "Content-Type: application/x-www-form-urlencoded\n";

        assertThat(panel.raw("TRACE " + asked)).startsWith("HTTP/1.1 403 ").contains("Bailiwick-Reason: ");
        assertThat(panel.visitor()
                        .send("POST", "/authz/cockpit/auth-request", "x".repeat(1_100_000), Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(panel.raw("POST " + asked + form + "Transfer-Encoding: chunked\n\n0\n"))
                .startsWith("HTTP/1.1 403 ");
    }

    @Test
    void overTlsEveryCookieIsSecure() {
        var visitor = panel.visitor();
        var page = visitor.send("GET", "/sign-in", null, Map.of("X-Forwarded-Proto", "https"));
        var form = "theme=dark&_csrf=" + URLEncoder.encode(Visitor.csrfOf(page.body()), StandardCharsets.UTF_8);
        var headers = Map.of("X-Forwarded-Proto", "https", "Content-Type", "application/x-www-form-urlencoded");
        var answer = visitor.send("POST", "/theme", form, headers);

        assertThat(answer.header("Set-Cookie"))
                .startsWith("bailiwick-theme=dark")
                .contains("; Secure");
    }

    @Test
    void aMethodInAFieldOrHeaderChangesNothing() {
        var visitor = panel.signIn(cast.extra("Milo Method"));
        visitor.send("POST", "/api/v1/me/sessions?_method=DELETE", "", Map.of("X-HTTP-Method-Override", "DELETE"));
        assertThat(visitor.send("GET", "/api/v1/me/sessions", null, Map.of("X-HTTP-Method-Override", "DELETE"))
                        .status())
                .isEqualTo(200);
        assertThat(visitor.form("/sign-in", Map.of("_method", "DELETE")).status())
                .isNotEqualTo(204);
        assertThat(visitor.get("/api/v1/me/sessions").status()).isEqualTo(200);
    }

    private static void assertHeaders(Answer answer) {
        var what =
                answer.response().request().method() + " " + answer.response().uri() + " " + answer.status();
        assertThat(answer.response().headers().allValues("Content-Security-Policy"))
                .as(what)
                .singleElement()
                .asString()
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(what).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.header("Permissions-Policy")).as(what).contains("camera=()");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).as(what).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).as(what).isNotEmpty();
        assertThat(answer.header("Server")).as(what).isEmpty();
    }
}

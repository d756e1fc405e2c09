package io.bailiwick.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.BailiwickApplication;
import io.bailiwick.TestDatabase;
import io.bailiwick.conformance.ReferenceEngine;
import io.bailiwick.conformance.Request;
import io.bailiwick.conformance.World;
import io.bailiwick.users.QuickHashes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The main job on real input: a carrier's API of 121 paths behind nginx and behind Caddy, guarded by groups that an
 * administrator made, compared request by request with the reference engine.
 */
class GuardedBackEndTests {
    private static final String PASSWORD = Carrier.PASSWORD;
    private static ConfigurableApplicationContext panel;
    private static BackEnd backEnd;
    private static List<Proxy> proxies;
    private static Carrier carrier;

    private record Sent(String type, String body) {}

    @BeforeAll
    static void aPanelAndABackEndBehindTwoProxies() throws IOException, InterruptedException {
        var application = new SpringApplicationBuilder(BailiwickApplication.class, QuickHashes.class)
                .initializers(new TestDatabase.Initializer())
                .run(
                        "--bailiwick.port=0",
                        "--bailiwick.management-port=0",
                        "--bailiwick.trusted-proxies=127.0.0.1",
                        "--bailiwick.admin-email=ada@northgate.example",
                        "--bailiwick.admin-password=" + PASSWORD);
        panel = application;
        backEnd = new BackEnd();
        proxies = List.of(Proxy.nginx(port(), backEnd.port()), Proxy.caddy(port(), backEnd.port()));
        carrier = new Carrier(port());
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        for (var proxy : proxies) {
            proxy.close();
        }
        backEnd.close();
        panel.close();
    }

    /** What the reference engine is told are the server's areas, which must be what the document says. */
    @Test
    void theAreasAreTheTagsOfTheDocument() {
        var areas = carrier.world().areas().stream()
                .collect(Collectors.toMap(
                        World.Area::name,
                        area -> area.patterns().stream()
                                .map(World.Pattern::path)
                                .collect(Collectors.toCollection(TreeSet::new))));

        assertThat(areas).hasSize(73).isEqualTo(carrier.tags());
    }

    @Test
    void everyOperationIsAnsweredToEveryUserAsTheReferenceEngineSays() throws IOException {
        var reference = new ReferenceEngine(carrier.world());
        var allowed = 0;
        backEnd.seen();
        for (var proxy : proxies) {
            for (var person : carrier.people().entrySet()) {
                for (var operation : carrier.operations()) {
                    var request = new Request(
                            person.getKey(), "twilio", operation.method(), operation.path(), "127.0.0.1", null);
                    var expected = reference.decide(request).allowed() ? 200 : 403;
                    var answer = send(proxy, person.getValue().cookie(), operation.method(), operation.path());

                    assertThat(answer.status()).as(proxy + ": " + request).isEqualTo(expected);
                    allowed += expected == 200 ? 1 : 0;
                }
            }
        }
        assertThat(carrier.operations()).hasSize(197);
        assertThat(allowed)
                .isBetween(
                        100,
                        proxies.size()
                                        * carrier.people().size()
                                        * carrier.operations().size()
                                - 100);
        assertThat(backEnd.seen()).hasSize(allowed);
    }

    @Test
    void noFormOfADeniedPathReachesTheBackEnd() throws IOException {
        var denied = "/2010-04-01/Accounts/AC1/Calls/CA1.json";
        var open = "/2010-04-01/Accounts/AC1/Balance.json";
        var forms = new ArrayList<>(PathForms.of(denied));

        assertThat(forms).hasSizeGreaterThanOrEqualTo(300);
        forms.addAll(PathForms.of(denied, open));
        for (var proxy : proxies) {
            var cookie = carrier.person("billing").cookie();
            assertThat(send(proxy, cookie, "GET", denied).status()).isEqualTo(403);
            assertThat(send(proxy, cookie, "GET", open).status()).isEqualTo(200);
            backEnd.seen();
            for (var form : forms) {
                send(proxy, cookie, "GET", form);
                assertThat(backEnd.seen()).as(proxy + ": " + form).isEmpty();
            }
        }
    }

    @Test
    void whoeverIsRefusedReadsWhy() throws IOException {
        for (var proxy : proxies) {
            var answer =
                    send(proxy, carrier.person("billing").cookie(), "GET", "/2010-04-01/Accounts/AC1/Calls/CA1.json");

            assertThat(answer.status()).as(proxy + "").isEqualTo(403);
            assertThat(answer.head()).as(proxy + "").containsIgnoringCase("Content-Type: text/plain");
            assertThat(answer.body()).as(proxy + "").contains("The groups do not allow this in the area `");
        }
    }

    @Test
    void nobodyGoesThroughWithoutASession() throws IOException {
        for (var proxy : proxies) {
            backEnd.seen();
            var path = "/2010-04-01/Accounts/AC1/Balance.json";

            assertThat(Wire.send(proxy.port(), "GET", path, List.of()).status())
                    .as(proxy + "")
                    .isEqualTo(401);
            assertThat(send(proxy, "bailiwick=garbage", "GET", path).status()).isEqualTo(401);
            assertThat(send(proxy, carrier.person("billing").cookie() + "x", "GET", path)
                            .status())
                    .isEqualTo(401);
            assertThat(backEnd.seen()).isEmpty();
        }
    }

    @Test
    void theBackEndHearsWhoItIsFromUsAlone() throws IOException {
        for (var proxy : proxies) {
            backEnd.seen();
            var cookie = carrier.person("billing").cookie();
            var answer = Wire.send(
                    proxy.port(),
                    "GET",
                    "/2010-04-01/Accounts/AC1/Balance.json",
                    List.of(
                            "Cookie: a=1; " + cookie + "; b=2",
                            "Bailiwick-User: somebody-else",
                            "Bailiwick-Scope: all",
                            "Bailiwick-Reason: because",
                            "Bailiwick_User: somebody-else",
                            "Bailiwick-Groups: everything"));
            assertThat(answer.status()).as(proxy + "").isEqualTo(200);
            var head = backEnd.seen().getFirst();

            assertThat(head)
                    .containsIgnoringCase("Bailiwick-Email: billing@northgate.example")
                    .containsIgnoringCase("Bailiwick-Role: normal")
                    .containsIgnoringCase("Bailiwick-Scope: none")
                    .contains("a=1")
                    .contains("b=2")
                    .doesNotContain("somebody-else")
                    .doesNotContain("everything")
                    .doesNotContain("because")
                    .doesNotContain(cookie.substring("bailiwick=".length()));
        }
    }

    @Test
    void whateverIsSentReachesTheBackEndAsItIs() throws IOException {
        var path = "/2010-04-01/Accounts/AC1/Calls.json";
        var cookie = carrier.person("network").cookie();
        var part = "--x\r\nContent-Disposition: form-data; name=\"To\"\r\n\r\n+49\r\n--x--\r\n";
        for (var proxy : proxies) {
            for (var sent : List.of(
                    new Sent("application/x-www-form-urlencoded; charset=UTF-8", "To=%2B49"),
                    new Sent("multipart/form-data; boundary=x", part),
                    new Sent("application/json", "{\"To\": \"+49\"}"),
                    new Sent("application/x-www-form-urlencoded", "To=" + "4".repeat(1_200_000)))) {
                backEnd.seen();
                assertThat(send(proxy, cookie, "POST", path, sent).status())
                        .as(proxy + ": " + sent.type())
                        .isEqualTo(200);
                assertThat(backEnd.seen()).allSatisfy(head -> assertThat(head).contains(sent.type()));
            }
            assertThat(send(proxy, cookie, "POST", path, new Sent("multipart/form-data; boundary=x", ""))
                            .status())
                    .as(proxy + "")
                    .isEqualTo(200);
        }
    }

    @Test
    void theBackEndNeverSeesASessionBesideAnotherCookieOfOurName() throws IOException {
        var path = "/2010-04-01/Accounts/AC1/Balance.json";
        var cookie = carrier.person("billing").cookie();
        var secret = cookie.substring("bailiwick=".length());
        var planted = "__Host-bailiwick=planted";
        for (var proxy : proxies) {
            for (var cookies : List.of(
                    cookie + "; " + planted,
                    planted + "; " + cookie,
                    "a=1; " + cookie + "; b=2; " + planted + "; c=3",
                    "a=1; " + planted + "; b=2;  " + cookie + "; c=3",
                    planted + ";bailiwick =" + secret)) {
                backEnd.seen();
                assertThat(send(proxy, cookies, "GET", path).status())
                        .as(proxy + ": " + cookies)
                        .isEqualTo(200);
                assertThat(backEnd.seen().getFirst())
                        .as(proxy + ": " + cookies)
                        .doesNotContain(secret)
                        .doesNotContain("planted");
            }
        }
    }

    @Test
    void whoeverHasAsMuchAsCanBeIsToldOfWhole() throws IOException, InterruptedException {
        var ada = carrier.person("ada");
        var groups = new ArrayList<String>();
        var partners = new ArrayList<String>();
        for (var number = 10; number < 60; number++) {
            var rules =
                    List.of(Map.of("area", "twilio/Api20100401Balance", "access", List.of("read"), "effect", "allow"));
            groups.add(ada.post("/api/v1/groups", Map.of("name", "Many " + number, "rules", rules))
                    .path("id")
                    .asString());
            var key = "partner-of-a-rather-long-key-number-" + number;
            partners.add(key);
            ada.post("/api/v1/partners", Map.of("name", "Partner " + number, "key", key));
        }
        var email = "many@northgate.example";
        ada.post(
                "/api/v1/users",
                Map.of(
                        "email",
                        email,
                        "name",
                        "many",
                        "password",
                        PASSWORD,
                        "role",
                        "normal",
                        "groups",
                        groups,
                        "dataAccess",
                        Map.of("mode", "selected", "partners", partners),
                        "mustChangePassword",
                        false));
        var cookie = new Script(port()).signIn(email, PASSWORD).cookie();
        for (var proxy : proxies) {
            backEnd.seen();
            assertThat(send(proxy, cookie, "GET", "/2010-04-01/Accounts/AC1/Balance.json")
                            .status())
                    .as(proxy + "")
                    .isEqualTo(200);
            var head = backEnd.seen().getFirst();
            assertThat(groups).allSatisfy(group -> assertThat(head).contains(group));
            assertThat(partners).allSatisfy(key -> assertThat(head).contains(key));
        }
    }

    @Test
    void nobodyBehindAProxyChoosesTheRevisionThatHeIsJudgedBy() throws IOException {
        for (var proxy : proxies) {
            backEnd.seen();
            var headers = List.of("Cookie: " + carrier.person("billing").cookie(), "Bailiwick-At-Least: 9999999999");
            var answer = Wire.send(proxy.port(), "GET", "/2010-04-01/Accounts/AC1/Balance.json", headers);

            assertThat(answer.status()).as(proxy + "").isEqualTo(200);
            assertThat(backEnd.seen().getFirst()).doesNotContain("9999999999");
        }
    }

    @Test
    void nobodyNamesAnotherMethodOrPathToTheBackEnd() throws IOException {
        var names = List.of(
                "X-HTTP-Method-Override",
                "X-HTTP-Method",
                "X-Method-Override",
                "X_HTTP_Method_Override",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X_Rewrite_URL");
        for (var proxy : proxies) {
            for (var name : names) {
                backEnd.seen();
                var headers = List.of("Cookie: " + carrier.person("billing").cookie(), name + ": elsewhere");
                var answer = Wire.send(proxy.port(), "GET", "/2010-04-01/Accounts/AC1/Balance.json", headers);

                assertThat(answer.status()).as(proxy + ": " + name).isEqualTo(200);
                assertThat(backEnd.seen().getFirst()).as(proxy + ": " + name).doesNotContain("elsewhere");
            }
        }
    }

    @Test
    void nobodyTakesOursAwayNorLeavesWhatIsJudged() throws IOException {
        var sayings = List.of(
                List.of("Connection: Bailiwick-User, bailiwick-scope"),
                List.of("Connection: keep-alive, BAILIWICK-GROUPS"),
                List.of("Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMA", "Upgrade: h2c"),
                List.of("Connection: Upgrade", "Upgrade: h2c", "Upgrade: websocket"),
                List.of("Connection: Upgrade", "Upgrade: websocket, h2c"));
        for (var proxy : proxies) {
            for (var said : sayings) {
                backEnd.seen();
                var headers = new ArrayList<>(said);
                headers.add("Cookie: " + carrier.person("billing").cookie());
                var answer = Wire.send(proxy.port(), "GET", "/2010-04-01/Accounts/AC1/Balance.json", headers);

                assertThat(answer.status()).as(proxy + ": " + said).isEqualTo(200);
                assertThat(backEnd.seen().getFirst())
                        .as(proxy + ": " + said)
                        .containsIgnoringCase("Bailiwick-User: ")
                        .containsIgnoringCase("Bailiwick-Groups: ")
                        .containsIgnoringCase("Bailiwick-Scope: none")
                        .doesNotContain("h2c");
            }
        }
    }

    @Test
    void aChangeOfAGroupIsFeltByTheNextRequest() throws IOException, InterruptedException {
        var ada = carrier.person("ada");
        var group = Carrier.find(ada.get("/api/v1/groups?limit=500"), "name", "Readers");
        var path = "/api/v1/groups/" + group.path("id").asString();
        var operation = "/2010-04-01/Accounts/AC1/Messages.json";
        var cookie = carrier.person("reader").cookie();
        assertThat(send(proxies.getFirst(), cookie, "GET", operation).status()).isEqualTo(200);

        ada.call("PATCH", path, "{\"defaultAccess\": []}", 200);
        assertThat(send(proxies.getFirst(), cookie, "GET", operation).status()).isEqualTo(403);
        ada.call("PATCH", path, "{\"defaultAccess\": [\"read\"]}", 200);
        assertThat(send(proxies.getFirst(), cookie, "GET", operation).status()).isEqualTo(200);
    }

    @Test
    void aWriteThatAnotherSiteCausedIsDenied() throws IOException {
        var path = "/2010-04-01/Accounts/AC1/Calls.json";
        for (var proxy : proxies) {
            var cookie = "Cookie: " + carrier.person("network").cookie();
            var own = "Origin: http://127.0.0.1:" + proxy.port();

            assertThat(Wire.send(proxy.port(), "POST", path, List.of(cookie, own, "Content-Length: 0"))
                            .status())
                    .isEqualTo(200);
            for (var foreign : List.of("Origin: https://evil.example", "Origin: null", "Sec-Fetch-Site: cross-site")) {
                assertThat(Wire.send(proxy.port(), "POST", path, List.of(cookie, foreign, "Content-Length: 0"))
                                .status())
                        .as(proxy + ": " + foreign)
                        .isEqualTo(403);
            }
        }
    }

    /** As the carrier's own clients do: a write is a form. */
    private static Wire.Answer send(Proxy proxy, String cookie, String method, String target) throws IOException {
        return method.equals("GET")
                ? Wire.send(proxy.port(), method, target, List.of("Cookie: " + cookie))
                : send(proxy, cookie, method, target, new Sent("application/x-www-form-urlencoded", "To=%2B49"));
    }

    private static Wire.Answer send(Proxy proxy, String cookie, String method, String target, Sent sent)
            throws IOException {
        var headers = List.of(
                "Cookie: " + cookie,
                "Content-Type: " + sent.type(),
                "Content-Length: " + sent.body().length());
        return Wire.send(proxy.port(), method, target, headers, sent.body());
    }

    private static int port() {
        return ((WebServerApplicationContext) panel).getWebServer().getPort();
    }
}

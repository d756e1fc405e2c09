package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What a proxy says of a request is taken at its word, and never mixed with what the client says. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyDoorTests {
    private static final String AUTH_REQUEST = "/authz/shop/auth-request";
    private static final String FORWARD_AUTH = "/authz/shop/forward-auth";
    private static final String EXT_AUTHZ = "/authz/shop/ext-authz/orders";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Visitor mayor;

    @BeforeAll
    void signIn() {
        mayor = panel.signIn(town.quarter("Gatehouse").mayor());
    }

    @Test
    void eitherNameOfTheOriginalUriIsGoodAlone() {
        assertThat(ask(Map.of("X-Original-URI", "/orders"))).isEqualTo(200);
        assertThat(ask(Map.of("X-Original-URL", "/orders"))).isEqualTo(200);
        assertThat(ask(Map.of("X-Original-URL", "/secrets"))).isEqualTo(403);
        assertThat(ask(Map.of("X-Original-URI", "/orders", "X-Original-URL", "https://shop.example/orders")))
                .isEqualTo(200);
    }

    @Test
    void onlyTheNameOfAWholeAddressMayHoldOne() {
        assertThat(ask(Map.of("X-Original-URL", "https://shop.example/orders"))).isEqualTo(200);
        assertThat(ask(Map.of("X-Original-URI", "https://shop.example/orders"))).isEqualTo(403);
    }

    @Test
    void twoNamesThatSayDifferentThingsAreDenied() {
        assertThat(ask(Map.of("X-Original-URI", "/orders", "X-Original-URL", "/secrets")))
                .isEqualTo(403);
        assertThat(ask(Map.of("X-Original-URI", "/secrets", "X-Original-URL", "/orders")))
                .isEqualTo(403);
    }

    @Test
    void aUriThatComesTwiceIsNotReplacedByItsOtherName() {
        var answer = panel.raw("GET " + AUTH_REQUEST + " HTTP/1.1\nHost: localhost\nCookie: bailiwick="
                + mayor.cookies().get("bailiwick")
                + "\nX-Forwarded-For: 192.0.2.7\nX-Original-Method: GET\nX-Original-URI: /secrets"
                + "\nX-Original-URI: /secrets\nX-Original-URL: /orders");
        assertThat(answer).startsWith("HTTP/1.1 403 ").contains("Bailiwick-Reason: The proxy does not say");
    }

    @Test
    void aProxyThatDoesNotSayWhoseRequestItIsGetsNoForAnAnswer() {
        var said = Map.of("X-Original-Method", "GET", "X-Original-URI", "/orders");
        assertThat(mayor.send("GET", AUTH_REQUEST, null, said).status()).isEqualTo(403);
        assertThat(mayor.get(EXT_AUTHZ).status()).isEqualTo(403);
    }

    @Test
    void optionsIsReadAtEnvoysDoorToo() {
        assertThat(mayor.send("OPTIONS", EXT_AUTHZ, null, forwarded(Map.of())).status())
                .isEqualTo(200);
        assertThat(panel.visitor()
                        .send("OPTIONS", EXT_AUTHZ, null, forwarded(Map.of()))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whatStandsBeforeEnvoysPathIsNoneOfItsSegments() {
        var longest = EXT_AUTHZ + "/x".repeat(63);
        assertThat(mayor.send("GET", longest, null, forwarded(Map.of())).status())
                .isEqualTo(200);
        var longer = mayor.send("GET", longest + "/x", null, forwarded(Map.of()));
        assertThat(longer.status()).isEqualTo(403);
        assertThat(longer.header("Bailiwick-Reason")).contains("more than 64 segments");
        assertThat(longer.body()).contains("more than 64 segments");
    }

    @Test
    void everyDoorReadsOptions() {
        for (var door : List.of(AUTH_REQUEST, FORWARD_AUTH, EXT_AUTHZ)) {
            for (var further : List.of(
                    Map.<String, String>of(),
                    Map.of("Origin", "http://shop.example", "Access-Control-Request-Method", "POST"))) {
                var headers = everyonesWords(further);
                assertThat(mayor.send("OPTIONS", door, null, headers).status())
                        .as(door + further)
                        .isEqualTo(200);
                assertThat(panel.visitor().send("OPTIONS", door, null, headers).status())
                        .as(door + further)
                        .isEqualTo(401);
            }
        }
    }

    /** Proxies pass the type of what the client sent on, and keep the body. */
    @Test
    void aTypeWithoutABodyIsNoMatter() {
        for (var door : List.of(AUTH_REQUEST, FORWARD_AUTH, EXT_AUTHZ)) {
            for (var type : List.of("application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/x")) {
                for (var method : List.of("GET", "POST", "POST 0")) {
                    assertThat(typed(method, door, type))
                            .as(method + " " + door + " " + type)
                            .startsWith("HTTP/1.1 200 ");
                }
            }
        }
    }

    @Test
    void aRevisionThatComesTwiceIsNone() {
        for (var path : List.of(EXT_AUTHZ, "/api/v1/me")) {
            assertThat(panel.raw("GET " + path + " HTTP/1.1\nHost: localhost\nCookie: bailiwick="
                            + mayor.cookies().get("bailiwick")
                            + "\nX-Forwarded-For: 192.0.2.7\nBailiwick-At-Least: 1\nBailiwick-At-Least: 1"))
                    .as(path)
                    .startsWith("HTTP/1.1 40" + (path.equals(EXT_AUTHZ) ? "3 " : "0 "));
        }
    }

    @Test
    void aWriteFromTheHostThatEnvoyPassesOnIsNoOtherSites() {
        var own = "http://127.0.0.1:" + panel.port();
        assertThat(write(own)).isEqualTo(200);
        assertThat(write("http://evil.example")).isEqualTo(403);
        assertThat(write("null")).isEqualTo(403);
    }

    @Test
    void nobodyIsJudgedByLessThanTheRevisionThatHeNames() {
        var revision = Long.parseLong(mayor.get("/api/v1/me").header("Bailiwick-Revision"));
        assertThat(atLeast(Long.toString(revision))).isEqualTo(200);
        assertThat(atLeast(Long.toString(revision + 1_000))).isEqualTo(403);
        assertThat(atLeast("newest")).isEqualTo(403);
    }

    private int atLeast(String revision) {
        var headers = forwarded(Map.of("Bailiwick-At-Least", revision));
        return mayor.send("GET", EXT_AUTHZ, null, headers).status();
    }

    private int write(String origin) {
        var headers = forwarded(Map.of("X-Forwarded-Proto", "http", "Origin", origin));
        return mayor.send("POST", EXT_AUTHZ, null, headers).status();
    }

    private int ask(Map<String, String> uri) {
        var headers = forwarded(uri);
        headers.put("X-Original-Method", "GET");
        return mayor.send("GET", AUTH_REQUEST, null, headers).status();
    }

    private String typed(String method, String door, String type) {
        return panel.raw(method.split(" ")[0] + " " + door + " HTTP/1.1\nHost: localhost\nCookie: bailiwick="
                + mayor.cookies().get("bailiwick") + "\nContent-Type: " + type
                + (method.endsWith("0") ? "\nContent-Length: 0\n" : "\n")
                + everyonesWords(Map.of()).entrySet().stream()
                        .map(header -> header.getKey() + ": " + header.getValue())
                        .collect(Collectors.joining("\n")));
    }

    /** What each of the three doors has to be told. */
    private static Map<String, String> everyonesWords(Map<String, String> further) {
        var headers = forwarded(further);
        headers.putAll(Map.of("X-Original-Method", "GET", "X-Original-URI", "/orders"));
        headers.putAll(Map.of("X-Forwarded-Method", "GET", "X-Forwarded-Uri", "/orders"));
        return headers;
    }

    private static Map<String, String> forwarded(Map<String, String> further) {
        var headers = new LinkedHashMap<>(further);
        headers.put("X-Forwarded-For", "192.0.2.7");
        return headers;
    }
}

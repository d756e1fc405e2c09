package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What proxies are told beside yes and no. */
@PanelTest
@ExtendWith(OutputCaptureExtension.class)
class ProxyWordsTests {
    private static final Map<String, String> ASKED = Map.of(
            "X-Forwarded-For", "192.0.2.7",
            "X-Forwarded-Method", "GET",
            "X-Forwarded-Uri", "/orders?x=1",
            "X-Forwarded-Proto", "https",
            "X-Forwarded-Host", "led.example",
            "X-Original-Method", "GET",
            "X-Original-URI", "/orders?x=1",
            "Accept", "text/html,*/*");

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    private Town town;

    @Test
    void aBrowserIsLedToSignInFromARegisteredOriginAlone() {
        for (var key : List.of("led", "unled")) {
            var origins = key.equals("led") ? List.of("https://led.example") : List.of();
            var made = panel.as(cast.ada)
                    .post("/api/v1/applications", Map.of("name", key, "key", key, "origins", origins));
            assertThat(made.status()).isEqualTo(201);
        }
        var led = ask("/authz/led/forward-auth", Map.of());

        assertThat(led.status()).isEqualTo(302);
        assertThat(led.header("Location"))
                .endsWith("/sign-in?next=https%3A%2F%2Fled.example%2Forders%3Fx%3D1")
                .doesNotStartWith("https://led.example");
        assertThat(panel.visitor()
                        .get(led.header("Location").replaceFirst("^http://[^/]+", ""))
                        .body())
                .contains("name=\"next\" value=\"https://led.example/orders?x=1\"");
        for (var other : List.of(
                Map.of("X-Forwarded-Host", "elsewhere.example"),
                Map.of("X-Forwarded-Proto", "http"),
                Map.of("X-Forwarded-Host", ""),
                Map.of("X-Forwarded-Method", "POST"),
                Map.of("Accept", "application/json"))) {
            assertNotLed("/authz/led/forward-auth", other);
        }
        for (var door :
                List.of("/authz/unled/forward-auth", "/authz/led/auth-request", "/authz/led/ext-authz/orders")) {
            assertNotLed(door, Map.of());
        }
        for (var key : List.of("led", "unled")) {
            assertThat(panel.as(cast.ada).delete("/api/v1/applications/" + key).status())
                    .isEqualTo(204);
        }
    }

    @Test
    void aLongListOfPartnersIsToldByWhereItStands() {
        var here = town.quarter("Long list");
        var mayor = panel.signIn(here.mayor());
        var keys = IntStream.range(10, 70)
                .mapToObj("partner-of-a-rather-long-key-number-%d"::formatted)
                .toList();
        keys.forEach(key -> mayor.post("/api/v1/partners", Map.of("name", key, "key", key)));
        var few = town.add(here, "Faye Few", Role.NORMAL, Traits.sees("selected", "acme", "hooli"));
        var many = town.add(here, "Mona Many", Role.NORMAL, Traits.sees("selected", keys.toArray(String[]::new)));
        var address = "/api/v1/users/" + many.id() + "/scope";

        assertThat(scope(panel.signIn(few))).isEqualTo("partners=acme,hooli");
        assertThat(scope(panel.signIn(many))).isEqualTo("partners-at=" + address);
        var told = mayor.get(address).json();
        assertThat(told.path("mode").asString()).isEqualTo("selected");
        assertThat(told.path("partners").valueStream().map(key -> key.asString()))
                .containsExactlyElementsOf(keys);
    }

    @Test
    void whoeverIsNoTrustedProxyIsRefusedAndTheSettingIsNamedOnce(CapturedOutput output) throws IOException {
        var doors = List.of("/authz/shop/auth-request", "/authz/shop/forward-auth", "/authz/shop/ext-authz/orders");
        for (var door : doors) {
            assertThat(from("127.0.0.2", door))
                    .as(door)
                    .startsWith("HTTP/1.1 403 ")
                    .contains("Bailiwick-Reason: This connection is no trusted proxy");
        }
        assertThat(output.getOut().lines().filter(line -> line.contains("BAILIWICK_TRUSTED_PROXIES")))
                .singleElement()
                .asString()
                .contains("127.0.0.2");
    }

    private void assertNotLed(String door, Map<String, String> other) {
        var answer = ask(door, other);
        assertThat(answer.status()).as(door + other).isEqualTo(401);
        assertThat(answer.header("Location")).as(door + other).isEmpty();
    }

    private Visitor.Answer ask(String door, Map<String, String> other) {
        var headers = new LinkedHashMap<>(ASKED);
        headers.putAll(other);
        return panel.visitor().send("GET", door, null, headers);
    }

    private static String scope(Visitor visitor) {
        var answer = visitor.send("GET", "/authz/shop/ext-authz/orders", null, Map.of("X-Forwarded-For", "192.0.2.7"));
        assertThat(answer.status()).isEqualTo(200);
        return answer.header("Bailiwick-Scope");
    }

    private String from(String address, String path) throws IOException {
        var panelHere = InetAddress.getByName("127.0.0.1");
        try (var socket = new Socket(panelHere, panel.port(), InetAddress.getByName(address), 0)) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

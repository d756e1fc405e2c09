package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Monitoring sees how many requests are allowed and refused, and at which gate. */
@PanelTest
class DecisionCountsTests {
    private static final String DOOR = "/authz/shop/auth-request";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private Cast cast;

    @Test
    void whatProxiesAskIsCountedByItsAnswer() throws IOException {
        var mayor = panel.signIn(town.quarter("Tollhouse").mayor());
        var allowed = counted("proxy", "allowed", "none");
        var nowhere = counted("proxy", "denied", "area");
        var malformed = counted("proxy", "denied", "path");
        var signedOut = counted("proxy", "denied", "status");
        var unreadable = counted("proxy", "denied", "none");

        assertThat(ask(mayor, "/orders")).isEqualTo(200);
        assertThat(ask(mayor, "/orders")).isEqualTo(200);
        assertThat(ask(mayor, "/secrets")).isEqualTo(403);
        assertThat(ask(mayor, "/orders/../secrets")).isEqualTo(403);
        assertThat(ask(panel.visitor(), "/orders")).isEqualTo(401);
        assertThat(mayor.get(DOOR).status()).isEqualTo(403);

        assertThat(counted("proxy", "allowed", "none")).isEqualTo(allowed + 2);
        assertThat(counted("proxy", "denied", "area")).isEqualTo(nowhere + 1);
        assertThat(counted("proxy", "denied", "path")).isEqualTo(malformed + 1);
        assertThat(counted("proxy", "denied", "status")).isEqualTo(signedOut + 1);
        assertThat(counted("proxy", "denied", "none")).isEqualTo(unreadable + 1);
    }

    @Test
    void whatThePanelIsAskedIsCountedByItsAnswer() throws IOException {
        var kevin = panel.as(cast.kevin);
        var refused = counted("panel", "denied", "role");
        var allowed = counted("panel", "allowed", "none");

        assertThat(kevin.get("/api/v1/groups").status()).isEqualTo(403);
        assertThat(kevin.get("/api/v1/me").status()).isEqualTo(200);

        assertThat(counted("panel", "denied", "role")).isEqualTo(refused + 1);
        assertThat(counted("panel", "allowed", "none")).isEqualTo(allowed + 1);
    }

    private static int ask(Visitor visitor, String path) {
        return visitor.send(
                        "GET",
                        DOOR,
                        null,
                        Map.of("X-Forwarded-For", "192.0.2.7", "X-Original-Method", "GET", "X-Original-URI", path))
                .status();
    }

    private double counted(String asked, String answer, String gate) throws IOException {
        var metrics = URI.create("http://127.0.0.1:" + panel.managementPort() + "/metrics");
        try (InputStream text = metrics.toURL().openStream()) {
            var line = Pattern.compile("bailiwick_decisions_total\\{answer=\"%s\",asked=\"%s\",gate=\"%s\"} (\\S+)"
                            .formatted(answer, asked, gate))
                    .matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            assertThat(line.find()).as(asked + " " + answer + " " + gate).isTrue();
            return Double.parseDouble(line.group(1));
        }
    }
}

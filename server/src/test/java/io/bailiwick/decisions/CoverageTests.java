package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Traits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What areas and groups leave out is found and led to. */
@PanelTest
class CoverageTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Test
    void endpointsWithoutAnAreaAndAreasWithoutAGroupAreNamed() {
        var here = town.quarter("Cover");
        var mayor = panel.signIn(here.mayor());
        var carrier = mayor.post("/api/v1/applications", Map.of("name", "Carrier", "key", "carrier"))
                .header("Location");
        assertThat(mayor.post(carrier + "/openapi", twilio()).status()).isEqualTo(200);
        var all = of(mayor, "carrier");
        assertThat(all.path("name").asString()).isEqualTo("Carrier");
        assertThat(all.path("endpoints").toString()).isEqualTo("{\"covered\":197,\"total\":197}");
        assertThat(all.path("areas").path("covered").asInt()).isZero();
        assertThat(all.path("unopened")).hasSize(73);

        var calls = area(mayor, "Api20100401Call");
        delete(mayor, "/api/v1/areas/" + calls.path("id").asString());
        var rule = Map.of("area", "carrier/" + name(mayor), "access", List.of("read"), "effect", "allow");
        assertThat(mayor.post("/api/v1/groups", Map.of("name", "Openers", "rules", List.of(rule)))
                        .status())
                .isEqualTo(201);

        var less = of(mayor, "carrier");
        var missing = less.path("endpoints").path("total").asInt()
                - less.path("endpoints").path("covered").asInt();
        assertThat(missing).isPositive();
        assertThat(less.path("uncovered")).hasSize(missing);
        assertThat(less.path("areas").path("covered").asInt()).isPositive();
        assertThat(mayor.get("/coverage").body())
                .contains(
                        "<bdi>Carrier</bdi></a> <code",
                        (197 - missing) + " of 197 endpoints are covered by an area",
                        carrier.substring("/api/v1".length()));
        assertThat(mayor.get(carrier + "/endpoints?placed=false")
                        .json()
                        .path("total")
                        .asInt())
                .as("areas and decisions agree")
                .isEqualTo(missing);
    }

    @Test
    void aGroupThatDeniesOpensNothing() {
        var here = town.quarter("Cover denied");
        var mayor = panel.signIn(here.mayor());
        var deny = Map.of("area", "shop/Orders", "access", List.of("read"), "effect", "deny");
        mayor.post("/api/v1/groups", Map.of("name", "Deniers", "rules", List.of(deny)));
        assertThat(of(mayor, "shop").path("unopened").findValuesAsString("name"))
                .containsExactly("Orders");

        mayor.post("/api/v1/groups", Map.of("name", "Everything"));
        assertThat(of(mayor, "shop").path("unopened")).isEmpty();
        assertThat(of(mayor, "cockpit").path("unopened")).isEmpty();
        assertThat(panel.signIn(town.add(here, "Nina Normal", Role.NORMAL, Traits.sees("none")))
                        .get("/api/v1/coverage")
                        .status())
                .isEqualTo(403);
    }

    /** Calls of a path above fall to another area, which has to be confirmed. */
    private static void delete(Visitor visitor, String area) {
        var asked = visitor.delete(area);
        var done = asked.status() == 409
                ? visitor.delete(
                        area + "?confirm=" + asked.json().path("confirm").asString())
                : asked;
        assertThat(done.status()).as(done.body()).isEqualTo(204);
    }

    private static JsonNode of(Visitor visitor, String key) {
        var answer = visitor.get("/api/v1/coverage");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json()
                .path("applications")
                .valueStream()
                .filter(application -> application.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode area(Visitor visitor, String text) {
        return visitor.get("/api/v1/areas?application=carrier&q=" + text)
                .json()
                .path("items")
                .get(0);
    }

    private static String name(Visitor visitor) {
        return area(visitor, "Messages").path("name").asString();
    }

    private static String twilio() {
        try (var file = CoverageTests.class.getResourceAsStream("/openapi/twilio_api_v2010.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

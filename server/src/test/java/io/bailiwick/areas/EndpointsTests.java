package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a later document brings stays denied and listed until somebody places it. */
@PanelTest
class EndpointsTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    private Visitor ada;
    private String key = "";
    private String there = "";
    private String page = "";

    @BeforeEach
    void application() {
        ada = panel.as(cast.ada);
        key = "endpoints-" + Long.toString(System.nanoTime(), 36);
        there = ada.post("/api/v1/applications", Map.of("name", "Shop " + key, "key", key))
                .header("Location");
        page = there.substring("/api/v1".length());
    }

    @Test
    void theFirstDocumentPlacesEverythingAndALaterOneLetsNewEndpointsWait() {
        take("", "get /orders Orders");
        assertThat(endpoints("").findValuesAsString("area")).containsExactly("Orders");

        var report = take("", "get /orders Orders", "get /orders/{id} Orders", "get,post /carts Carts");
        assertThat(report.path("operations").findValuesAsString("outcome"))
                .containsExactly("already-under", "joins-area", "not-placed", "not-placed");
        assertThat(denied("GET", "/carts")).isTrue();
        assertThat(denied("GET", "/orders/1")).isFalse();

        var waiting = endpoints("?placed=false");
        assertThat(waiting.findValuesAsString("path")).containsExactly("/carts", "/carts");
        assertThat(waiting.findValuesAsString("area")).containsOnly("Carts");
        assertThat(waiting.get(0).path("newArea").asBoolean()).isTrue();
        assertThat(ada.get(page).body())
                .contains("2 of 4 endpoints are covered by an area", "makes the area Carts", "Place all 2");

        var placed = ada.post(there + "/placements", Map.of());
        assertThat(placed.status()).as(placed.body()).isEqualTo(200);
        assertThat(placed.json().path("operations").findValuesAsString("outcome"))
                .containsOnly("new-area");
        assertThat(denied("GET", "/carts")).isFalse();
        assertThat(endpoints("?placed=false")).isEmpty();
        assertThat(ada.post(there + "/placements", Map.of()).json().path("operations"))
                .isEmpty();
    }

    @Test
    void everythingIsPlacedAtOnceWhereThatIsAsked() {
        take("", "get /orders Orders");
        var report = take("?place=all", "get /orders Orders", "get /carts Carts");

        assertThat(report.path("operations").findValuesAsString("outcome"))
                .containsExactly("already-under", "new-area");
        assertThat(denied("GET", "/carts")).isFalse();
        assertThat(ada.post(there + "/openapi?place=some", text("get /orders Orders"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onePathIsPlacedWhereSomebodyWantsIt() {
        take("", "get /orders Orders");
        take("", "get /orders Orders", "get /carts Carts", "get /bills Bills");

        var placed = ada.post(there + "/placements", Map.of("paths", List.of("/carts"), "area", key + "/Orders"));
        assertThat(placed.status()).as(placed.body()).isEqualTo(200);
        assertThat(endpoints("?q=carts").findValuesAsString("area")).containsExactly("Orders");
        assertThat(endpoints("?placed=false").findValuesAsString("path")).containsExactly("/bills");
        take("", "get /orders Orders", "get /carts Carts", "get /bills Bills");
        assertThat(endpoints("?q=carts").findValuesAsString("area")).containsExactly("Orders");

        var twice = ada.post(there + "/placements", Map.of("paths", List.of("/carts", "/nowhere")));
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.json().path("errors")).hasSize(2);
        assertThat(ada.post(there + "/placements", Map.of("area", "cockpit/Users"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPatternByHandPlacesWhatItCovers() {
        take("", "get /orders Orders");
        take("", "get /orders Orders", "get /carts/{id} Carts");
        ada.post("/api/v1/areas", Map.of("application", key, "name", "Loose", "paths", List.of("/{any}")));

        assertThat(endpoints("?placed=false")).isEmpty();
        assertThat(endpoints("?q=carts").findValuesAsString("area")).containsExactly("Loose");
    }

    @Test
    void aClickLetsAPostCountAsReadAndAnotherTakesItBack() {
        take("", "get,post /orders Orders");
        take("", "get,post /orders Orders", "post /orders/search Orders");
        assertThat(action("/orders/search")).isEqualTo("create");

        assertThat(ada.get(page + "/endpoints?q=search").body()).contains("Only reads");
        reads("/orders/search");
        assertThat(action("/orders/search")).isEqualTo("read");
        assertThat(action("/orders")).isEqualTo("create");
        take("", "get,post /orders Orders", "post /orders/search Orders");
        assertThat(action("/orders/search")).as("a later document leaves it").isEqualTo("read");

        var back = ada.form(
                page + "/endpoints/reading?reading=false",
                Map.of("endpoint", "/orders/search", "q", "post /o", "placed", "true"));
        assertThat(back.header("Location"))
                .isEqualTo(page + "/endpoints?q=post%20%2Fo&placed=true#" + Endpoint.anchor("/orders/search"));
        assertThat(action("/orders/search")).isEqualTo("create");
        assertThat(ada.form(page + "/endpoints/reading?reading=true", Map.of("endpoint", "/nowhere"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whatAnAreaLosesWaitsAgain() {
        take("", "get /orders Orders", "get /carts Carts");
        var area = ada.get("/api/v1/areas?q=Carts&application=" + key)
                .json()
                .path("items")
                .get(0);
        assertThat(ada.delete("/api/v1/areas/" + area.path("id").asString()).status())
                .isEqualTo(204);

        assertThat(endpoints("?placed=false").findValuesAsString("path")).containsExactly("/carts");
    }

    @Test
    void endpointsArePlacedAndFoundOnTheirScreen() {
        take("", "get /orders Orders");
        take("", "get /orders Orders", "get /carts,x Carts", "get /bills Bills");
        var list = page + "/endpoints";

        assertThat(ada.get(list).body()).contains("1 of 3 endpoints are covered", "makes the area Carts", "/orders");
        assertThat(ada.get(list + "?q=carts&placed=false").body())
                .contains("name=\"q\" value=\"carts\"", "name=\"placed\" value=\"false\"");
        assertThat(ada.form(list + "/place", Map.of("path", "/carts,x", "area", "", "q", "carts", "placed", "false"))
                        .header("Location"))
                .as("back to what was searched for")
                .isEqualTo(list + "?q=carts&placed=false");
        assertThat(ada.get(list + "?placed=false").body()).contains("/bills").doesNotContain("/carts,x");
        ada.form(list + "/place", Map.of("all", "true"));
        assertThat(ada.get(list + "?placed=false").body()).contains("None waits to be placed");
        assertThat(ada.get(list + "?q=nowhere").body()).contains("No endpoint matches");
        assertThat(panel.as(cast.kim).get(list).status()).isEqualTo(403);
    }

    @Test
    void pagesOfEndpointsFollowEachOther() {
        take("", "get,post /a A", "get /b A", "get /c A");
        var first = ada.get(there + "/endpoints?limit=3").json();
        assertThat(first.path("total").asInt()).isEqualTo(4);
        assertThat(first.path("items").findValuesAsString("path")).containsExactly("/a", "/a", "/b");
        var second = ada.get(
                        there + "/endpoints?limit=3&after=" + first.path("next").asString())
                .json();
        assertThat(second.path("items").findValuesAsString("path")).containsExactly("/c");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void onlyUnrestrictedAdministratorsPlace() {
        take("", "get /orders Orders");
        assertThat(panel.as(cast.sven).post(there + "/placements", Map.of()).status())
                .isEqualTo(404);
        assertThat(panel.as(cast.kim).post(there + "/placements", Map.of()).status())
                .isEqualTo(403);
        var cockpit = ada.post("/api/v1/applications/cockpit/placements", Map.of());
        assertThat(cockpit.status()).isEqualTo(409);
        assertThat(cockpit.json().path("decisionId").asString()).isNotEmpty();
    }

    private void reads(String path) {
        var answer = ada.form(page + "/endpoints/reading?reading=true", Map.of("endpoint", path));
        var row = Endpoint.anchor(path);
        assertThat(answer.header("Location")).as(answer.body()).isEqualTo(page + "/endpoints#" + row);
        assertThat(ada.get(page + "/endpoints").body()).containsOnlyOnce("<tr id=\"" + row + "\">");
    }

    private String action(String path) {
        return ada.get(there + "/endpoints?q=POST%20" + path)
                .json()
                .path("items")
                .get(0)
                .path("action")
                .asString();
    }

    private boolean denied(String method, String path) {
        return !ada.get("/api/v1/explain?user=" + cast.ada.id() + "&application=" + key + "&method=" + method + "&path="
                        + path)
                .json()
                .path("allowed")
                .asBoolean();
    }

    private JsonNode endpoints(String query) {
        var answer = ada.get(there + "/endpoints" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("items");
    }

    private JsonNode take(String query, String... paths) {
        var answer =
                ada.send("POST", there + "/openapi" + query, text(paths), Map.of("Content-Type", "application/yaml"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String text(String... paths) {
        return new String(Documents.yaml(paths), StandardCharsets.UTF_8);
    }
}

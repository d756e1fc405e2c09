package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class ImportApiTests {
    private static final Map<String, String> YAML = Map.of("Content-Type", "application/yaml");

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    private Visitor ada;
    private String key = "";
    private String there = "";

    @BeforeEach
    void application() {
        ada = panel.as(cast.ada);
        key = "import-" + Long.toString(System.nanoTime(), 36);
        var created = ada.post("/api/v1/applications", Map.of("name", "Imported", "key", key));
        there = created.header("Location");
        assertThat(created.status()).isEqualTo(201);
    }

    @Test
    void carriersDocumentIsImportedWholeAndQuickly() {
        var document = new String(Documents.twilio(), StandardCharsets.UTF_8);
        var preview = ada.post(there + "/openapi?preview=true", document);
        assertThat(preview.status()).as(preview.body()).isEqualTo(200);
        assertThat(preview.json().path("areas")).hasSize(73);
        assertThat(areas()).isEmpty();

        var started = System.nanoTime();
        var imported = ada.post(there + "/openapi", document);
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));

        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(imported.json().path("paths").asInt()).isEqualTo(121);
        assertThat(imported.json().path("operations")).hasSize(197);
        assertThat(imported.json().path("areas").findValuesAsString("id"))
                .hasSize(73)
                .doesNotContain("");
        assertThat(areas()).hasSize(73);
        assertThat(ada.post(there + "/openapi", document).json().path("areas").findValuesAsString("status"))
                .contains("unchanged")
                .doesNotContain("new", "changed", "gone");
    }

    @Test
    void yamlIsReadUnderEachOfItsNames() {
        for (var type : List.of("application/yaml", "text/yaml", "application/x-yaml")) {
            var answer = send("/openapi?preview=true", type, "get /orders Orders");
            assertThat(answer.status()).as(type + answer.body()).isEqualTo(200);
        }
        assertThat(send("/openapi", "text/plain", "get /orders Orders").status())
                .isEqualTo(415);
    }

    @Test
    void whatMovesOrGoesIsDoneOnlyOnceConfirmed() {
        take("get /orders Orders", "get /orders/export Orders", "get /carts Carts");

        var refused = send("/openapi", "application/yaml", "get /orders Orders", "get /orders/export Exports");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).startsWith("1 path moves, 1 path goes, 1 area goes.");
        assertThat(refused.json().path("difference").path("operations")).hasSize(2);
        assertThat(areas()).containsExactly("Carts", "Orders");

        var confirm = refused.json().path("confirm").asString();
        var other = send("/openapi?confirm=" + confirm, "application/yaml", "get /orders Orders");
        assertThat(other.status()).isEqualTo(409);
        var done = send(
                "/openapi?confirm=" + confirm, "application/yaml", "get /orders Orders", "get /orders/export Exports");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(areas()).containsExactly("Exports", "Orders");
    }

    @Test
    void areaThatARuleNamesIsNeverDeletedByAnImport() {
        take("get /orders Orders", "get /carts Carts");
        var rule = Map.of("area", key + "/Carts", "access", List.of("read"), "effect", "allow");
        var group = ada.post("/api/v1/groups", Map.of("name", "Carts " + key, "rules", List.of(rule)));
        assertThat(group.status()).as(group.body()).isEqualTo(201);

        var refused = send("/openapi", "application/yaml", "get /orders Orders");
        assertThat(refused.status()).isEqualTo(409);
        var confirm = refused.json().path("confirm").asString();
        assertThat(send("/openapi?confirm=" + confirm, "application/yaml", "get /orders Orders")
                        .status())
                .isEqualTo(200);

        assertThat(areas()).containsExactly("Carts", "Orders");
        assertThat(ada.get(group.header("Location")).json().path("rules")).hasSize(1);
    }

    @Test
    void idsNamesGatesAndOverridesByHandSurvive() {
        take("get /orders Orders", "post /orders/search Orders");
        var area =
                ada.get("/api/v1/areas?application=" + key).json().path("items").get(0);
        var path = "/api/v1/areas/" + area.path("id").asString();
        var search = Map.of("path", "/orders/search", "actions", Map.of("POST", "read"));
        var mine = Map.of("name", "My orders", "gate", "staff", "paths", List.of("/orders", search));
        var token = ada.patch(path, mine).json().path("confirm").asString();
        assertThat(ada.patch(path + "?confirm=" + token, mine).status()).isEqualTo(200);

        take("get /orders Orders", "post /orders/search Orders", "get /orders/new Orders");

        var after = ada.get(path).json();
        assertThat(after.path("name").asString()).isEqualTo("My orders");
        assertThat(after.path("gate").asString()).isEqualTo("staff");
        assertThat(after.path("paths").toString())
                .isEqualTo(
                        "[\"/orders\",\"/orders/new\",{\"path\":\"/orders/search\",\"actions\":{\"POST\":\"read\"}}]");
    }

    @Test
    void faultsAreNamedPerPathAndNothingIsHalfImported() {
        var answer =
                send("/openapi", "application/yaml", "get /fine A", "get /a/{b}{c} A", "get /x/{y} A", "put /x/{z} A");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field")).contains("paths./a/{b}{c}");
        assertThat(areas()).isEmpty();
        assertThat(ada.post(there + "/openapi", "{").status()).isEqualTo(422);
        assertThat(ada.post(there + "/openapi", Map.of("swagger", "2.0")).status())
                .isEqualTo(422);
    }

    @Test
    void moreThanTwentyMegabytesAreRefused() {
        var answer = ada.post(there + "/openapi", "{\"a\":\"" + "x".repeat(20_000_000) + "\"}");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void importIsForUnrestrictedAdministratorsOfTheAccount() {
        assertThat(panel.as(cast.kim)
                        .send("POST", there + "/openapi", text("get /a A"), YAML)
                        .status())
                .isEqualTo(403);
        assertThat(panel.as(cast.sven)
                        .send("POST", there + "/openapi", text("get /a A"), YAML)
                        .status())
                .isEqualTo(404);
    }

    private void take(String... paths) {
        var answer = send("/openapi", "application/yaml", paths);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private Visitor.Answer send(String call, String type, String... paths) {
        return ada.send("POST", there + call, text(paths), Map.of("Content-Type", type));
    }

    private static String text(String... paths) {
        return new String(Documents.yaml(paths), StandardCharsets.UTF_8);
    }

    private List<String> areas() {
        return ada.get("/api/v1/areas?limit=500&application=" + key)
                .json()
                .path("items")
                .findValuesAsString("name");
    }
}

package io.bailiwick.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Setting up endpoints, access points and data flows, by API and on the pages. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowsApiTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Visitor mayor;
    private Visitor partial;
    private Plant plant;

    @BeforeAll
    void settle() {
        var here = town.quarter("Workshop");
        mayor = panel.signIn(here.mayor());
        partial = panel.signIn(town.add(
                here,
                "Penny Partial",
                Role.NORMAL,
                Traits.sees("selected", "acme").may("integration-configuration")));
        plant = new Plant(mayor);
        plant.endpoint("erp", "http://127.0.0.1:9/orders", 1);
        plant.accessPoint("shop");
        plant.flow("shop", "acme", "erp", "orders");
        plant.flow("shop", "initech", "erp", "invoices");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        var endpoint = mayor.post(
                "/api/v1/endpoints", Map.of("name", " ", "key", "Not a key", "url", "ftp://x", "attempts", 11));
        assertThat(endpoint.status()).isEqualTo(422);
        assertThat(fields(endpoint)).containsExactly("name", "key", "url", "attempts");

        var flow = mayor.post(
                "/api/v1/data-flows", Map.of("accessPoint", "nowhere", "direction", "sideways", "type", "a b"));
        assertThat(fields(flow)).containsExactly("accessPoint", "partner", "endpoint", "direction", "type");
    }

    @Test
    void nothingLeadsIntoPrivateNetworks() {
        for (var url : List.of(
                "http://10.0.0.1/",
                "http://192.168.1.1:8080/x",
                "http://169.254.169.254/latest/meta-data",
                "http://[::1]/",
                "http://[fe80::1]/",
                "http://[fd00::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://user:word@203.0.114.7/",
                "https://example.com/#part",
                "file:///etc/passwd",
                "//example.com",
                "http:///x")) {
            var answer = mayor.post("/api/v1/endpoints", Map.of("name", "Sly", "key", "sly", "url", url));
            assertThat(answer.status()).as(url).isEqualTo(422);
            assertThat(fields(answer)).as(url).containsExactly("url");
        }
    }

    @Test
    void keysTypesAndUsesAreKept() {
        var taken = Map.of("name", "Again", "key", "erp", "url", "https://erp.example.com/");
        assertThat(mayor.post("/api/v1/endpoints", taken).status()).isEqualTo(409);
        assertThat(mayor.post("/api/v1/access-points", Map.of("name", "Again", "key", "shop"))
                        .status())
                .isEqualTo(409);
        var twice = Map.of(
                "accessPoint", "shop", "partner", "acme", "endpoint", "erp", "direction", "inbound", "type", "Orders");
        assertThat(mayor.post("/api/v1/data-flows", twice).status()).isEqualTo(409);
        assertThat(mayor.delete("/api/v1/endpoints/erp").status()).isEqualTo(409);
        assertThat(mayor.delete("/api/v1/access-points/shop").status()).isEqualTo(409);
        for (var used : List.of("/endpoints/erp", "/access-points/shop")) {
            assertThat(mayor.get(used).body()).as(used).contains("so it cannot be deleted", "/data-flows?q=");
            assertThat(mayor.get(used).body()).as(used).doesNotContain("/delete\"");
            assertThat(mayor.get(used + "/delete").status()).as(used).isEqualTo(303);
        }
        var partner = mayor.delete("/api/v1/partners/initech");
        assertThat(partner.status()).isEqualTo(409);
        assertThat(partner.body()).contains("1 data flow");
    }

    @Test
    void changedListedSearchedAndDeleted() {
        var id = plant.endpoint("crm", "https://crm.example.com/in", 3);
        var changed = mayor.patch("/api/v1/endpoints/" + id, Map.of("name", "Customers"));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("version").asInt()).isEqualTo(2);
        assertThat(mayor.send("PATCH", "/api/v1/endpoints/crm", Map.of("name", "Late"), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(412);
        assertThat(mayor.get("/api/v1/endpoints?q=customers")
                        .json()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
        var first = mayor.get("/api/v1/endpoints?limit=1").json();
        assertThat(mayor.get("/api/v1/endpoints?limit=1&after="
                                + first.path("next").asString())
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
        assertThat(mayor.delete("/api/v1/endpoints/crm").status()).isEqualTo(204);
        assertThat(mayor.get("/api/v1/endpoints/" + id).status()).isEqualTo(404);
    }

    @Test
    void secretIsShownOnceAndReplaced() {
        plant.accessPoint("gate");
        assertThat(plant.secrets().get("gate")).hasSizeGreaterThan(43);
        assertThat(mayor.get("/api/v1/access-points/gate").body()).doesNotContain("secret");
        var renewed = mayor.post("/api/v1/access-points/gate/secret", Map.of());
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(renewed.json().path("secret").asString())
                .isNotEqualTo(plant.secrets().get("gate"));
        assertThat(mayor.delete("/api/v1/access-points/gate").status()).isEqualTo(204);
    }

    @Test
    void whoSeesOnePartnersDataSeesItsDataFlowsAlone() {
        var flows = partial.get("/api/v1/data-flows").json();
        assertThat(flows.path("total").asInt()).isEqualTo(1);
        assertThat(flows.path("items").path(0).path("partner").asString()).isEqualTo("acme");
        assertThat(partial.get("/api/v1/data-flows?q=invoices")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(partial.get("/api/v1/data-flows?partner=initech")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        var other = mayor.get("/api/v1/data-flows?partner=initech")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();
        assertThat(partial.get("/api/v1/data-flows/" + other).status()).isEqualTo(404);
        assertThat(partial.delete("/api/v1/data-flows/" + other).status()).isEqualTo(404);
        assertThat(partial.get("/data-flows").body()).contains("orders").doesNotContain("invoices", "Initech");
        assertThat(partial.get("/api/v1/endpoints").json().path("total").asInt())
                .isZero();
        assertThat(partial.get("/api/v1/endpoints/erp").status()).isEqualTo(404);
        assertThat(partial.get("/endpoints").body()).contains("These serve all partners");
        assertThat(partial.post(
                                "/api/v1/endpoints",
                                Map.of("name", "Mine", "key", "mine", "url", "https://mine.example.com/"))
                        .status())
                .isEqualTo(403);
        assertThat(partial.post("/api/v1/engine/restart", Map.of()).status()).isEqualTo(403);
    }

    @Test
    void pagesDoWhatTheApiDoes() {
        var made = mayor.form(
                "/endpoints",
                Map.of("name", "By hand", "key", "hand", "url", "https://hand.example.com/", "attempts", "2"));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        var page = made.header("Location");
        assertThat(mayor.get(page).body()).contains("https://hand.example.com/", "not in effect yet");
        var wrong =
                mayor.form(page, Map.of("version", "1", "name", "By hand", "key", "hand", "url", "http://10.0.0.1/"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("id=\"url-error\"");
        assertThat(mayor.get(page + "/delete").body()).contains("Delete By hand");
        assertThat(mayor.form(page + "/delete", Map.of("version", "1")).status())
                .isEqualTo(303);

        var point = mayor.form("/access-points", Map.of("name", "Till", "key", "till"));
        assertThat(point.status()).isEqualTo(200);
        assertThat(point.body()).contains("it is not shown again", "/api/v1/receive/till");
        assertThat(mayor.get("/access-points").body()).contains("Till");
        var flow = mayor.form(
                "/data-flows",
                Map.of(
                        "accessPoint",
                        "till",
                        "partner",
                        "acme",
                        "endpoint",
                        "erp",
                        "direction",
                        "outbound",
                        "type",
                        "receipts"));
        assertThat(flow.status()).as(flow.body()).isEqualTo(303);
        assertThat(mayor.get(flow.header("Location")).body()).contains("receipts", "Messages of");
        assertThat(mayor.get("/data-flows/choices/partner?q=acm").body()).contains("value=\"acme\"");
        assertThat(mayor.get("/data-flows/new").body()).contains("Endpoint erp");
    }

    private static List<String> fields(Visitor.Answer answer) {
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("field").asString())
                .toList();
    }
}

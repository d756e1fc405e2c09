package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages that say why, and what is left out, in a browser. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhyBrowserTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Visitor mayor;
    private Visitor explainer;
    private Visitor normal;
    private String decision = "";
    private String rail = "";
    private String shop = "";

    @BeforeAll
    void settle() {
        var here = town.quarter("Whyville");
        mayor = panel.signIn(here.mayor());
        var rule = Map.of("area", "cockpit/Explain", "access", List.of("read"), "effect", "allow");
        var explainers = mayor.post("/api/v1/groups", Map.of("name", "Explainers", "rules", List.of(rule)))
                .json()
                .path("id")
                .asString();
        explainer = panel.signIn(town.add(here, "Elsa Explainer", Role.ADMINISTRATOR, Traits.NONE.in(explainers)));
        var worker =
                town.add(here, "Walter Worker", Role.NORMAL, Traits.sees("none").in(here.desk()));
        normal = panel.signIn(worker);
        decision = normal.get("/api/v1/users").json().path("decisionId").asString();
        rail = mayor.patch("/api/v1/users/" + here.mayor().id(), Map.of("status", "disabled"))
                .json()
                .path("decisionId")
                .asString();
        shop = "/applications/" + here.ids().get("applications");
        take("get /orders Orders", "get /orders/{id} Orders", "get /carts Carts");
        take(
                "get /orders Orders",
                "get /orders/{id} Orders",
                "post /orders/search Orders",
                "get /carts Carts",
                "get,post /bills Bills",
                "delete /bills/{id} Bills");
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithAnyPage(Look look) {
        try (var window = window(mayor, look)) {
            look(window, "/decisions/" + decision, "decision");
            look(window, "/decisions/" + rail, "decision-rail");
            look(
                    window,
                    "/explain?user=walter.worker@town.example&method=POST&path=/users&address=192.0.2.7&partner=acme",
                    "explain-answer");
            look(window, "/coverage", "coverage");
            look(window, shop, "application-waiting");
            look(window, shop + "/endpoints", "endpoints");
            send(window);
            window.photograph("import-waiting");
            window.assertNoViolations();
        }
        try (var window = window(normal, look)) {
            look(window, "/users", "refused");
        }
        try (var window = window(explainer, look)) {
            look(window, "/groups", "refused-explainer");
        }
    }

    @Test
    void fromARefusalItIsOneClickToItsReasons() {
        try (var window = window(explainer, Look.LIGHT_WIDE)) {
            window.open("/groups");
            window.page().locator("a[href^='/decisions/']").click();
            window.page().waitForURL("**/decisions/*");
            assertThat(window.page().content()).contains("Why Elsa Explainer was refused", "Explainers");
        }
    }

    private static void look(Window window, String path, String name) {
        window.open(path);
        window.photograph(name);
        window.assertNoViolations();
    }

    private void send(Window window) {
        window.open(shop);
        window.page().locator("#document").fill(text("get /orders Orders", "get /bills Bills", "get /invoices Bills"));
        window.page().getByText("Look at what it changes").click();
        window.page().waitForURL("**/openapi/*");
    }

    private void take(String... paths) {
        var answer = mayor.send(
                "POST", "/api/v1" + shop + "/openapi", text(paths), Map.of("Content-Type", "application/yaml"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    /** A document with these paths, each written as `get,post /path tag`. */
    private static String text(String... lines) {
        var text = new StringBuilder("openapi: 3.0.3\ninfo: {title: Shop, version: '1'}\npaths:\n");
        for (var line : lines) {
            var parts = line.split(" ", -1);
            text.append("  ").append(parts[1]).append(":\n");
            for (var method : parts[0].split(",", -1)) {
                text.append("    ")
                        .append(method)
                        .append(": {summary: Works on ")
                        .append(parts[2].toLowerCase(Locale.ROOT))
                        .append(", responses: {'200': {description: ok}}, tags: [")
                        .append(parts[2])
                        .append("]}\n");
            }
        }
        return text.toString();
    }

    private Window window(Visitor visitor, Look look) {
        var window = Browser.window("http://127.0.0.1:" + panel.port(), look);
        visitor.cookies().forEach(window::cookie);
        return window;
    }
}

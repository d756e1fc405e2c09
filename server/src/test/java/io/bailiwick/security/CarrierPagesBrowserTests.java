package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of contacts, routing and billing, filled and empty, as a browser shows them. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CarrierPagesBrowserTests {
    @Autowired
    Panel panel;

    @Autowired
    Town town;

    private Visitor mayor;
    private Town.Quarter here;

    @BeforeAll
    void fill() {
        here = town.quarter("Pages");
        mayor = panel.signIn(here.mayor());
        made(mayor.patch(
                contact(),
                Map.of(
                        "name", "Kim Larsson",
                        "role", "Head of routing",
                        "email", "kim.larsson@acme.example",
                        "phone", "+44 20 7946 0018",
                        "notes", "Calls back in the mornings.\nAsk for the night desk after 20:00.")));
        var from = "2026-01-01T00:00:00Z";
        made(mayor.post("/api/v1/routing", Map.of("prefix", "4420", "partner", "initech", "effectiveFrom", from)));
        made(mayor.post("/api/v1/routing", Map.of("prefix", "44", "partner", "acme", "effectiveFrom", from)));
        made(mayor.post(
                "/api/v1/routing",
                Map.of("prefix", "44", "partner", "hooli", "priority", 2, "effectiveFrom", "2099-01-01T00:00:00Z")));
        terms("acme", "100");
        terms("initech", "0");
        entry("acme", "1", "2500");
        entry("acme", "2", "-2480.5");
        entry("acme", "3", "-300.0125");
        entry("initech", "1", "12000");
    }

    @Test
    void everyPageIsAccessible() {
        look(Look.LIGHT_WIDE, pages());
    }

    @Test
    void thePagesWithMostOnThemFitAPhoneInTheDark() {
        var pages = pages();
        pages.keySet().retainAll(java.util.Set.of("contacts", "route", "lookup", "statement"));
        look(Look.DARK_PHONE, pages);
    }

    private void look(Look look, Map<String, String> pages) {
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), look)) {
            mayor.cookies().forEach(window::cookie);
            pages.forEach((name, path) -> {
                var page = window.open(path);
                assertThat(page.locator("h1").count()).as(path).isOne();
                window.photograph("carrier-" + name);
                window.assertNoViolations();
            });
        }
    }

    private Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("contacts", "/contacts");
        pages.put("contact", contact().replace("/api/v1", ""));
        pages.put("route", "/routing/" + here.ids().get("routing"));
        pages.put("lookup", "/routing/lookup?number=442079460018");
        pages.put("statement", "/billing/acme");
        pages.put("entry", "/billing/acme/entries/new");
        pages.put("profile", "/me");
        return pages;
    }

    private String contact() {
        return "/api/v1/contacts/" + here.ids().get("contacts");
    }

    private void terms(String partner, String limit) {
        made(mayor.put(
                "/api/v1/billing/" + partner + "/terms",
                Map.of("currency", "EUR", "creditLimit", limit, "lowBalanceThreshold", "250")));
    }

    private void entry(String partner, String key, String amount) {
        made(mayor.post(
                "/api/v1/billing/" + partner + "/entries",
                Map.of("key", key, "amount", amount, "text", "Invoice 2026-" + key)));
    }

    private static void made(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }
}

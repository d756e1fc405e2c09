package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The example of the access model's first description: network engineers set up routing and see no billing, the billing
 * team the other way round. Both groups are clicked together, and their members try it.
 */
@PanelTest
class CarrierGroupsTests {
    @Autowired
    Panel panel;

    @Autowired
    Town town;

    @Test
    void networkEngineersSetUpRoutingAndSeeNoBillingAndBillingTheReverse() {
        var here = town.quarter("Carrier");
        var mayor = panel.signIn(here.mayor());
        var engineers = clickTogether(mayor, "Network engineers", List.of("cockpit/Routing"));
        var billing = clickTogether(mayor, "Billing", List.of("cockpit/Billing", "cockpit/Billing management"));
        var eve = town.add(here, "Eve Engineer", Role.NORMAL, Traits.sees("all").in(engineers));
        var bo = town.add(here, "Bo Billing", Role.NORMAL, Traits.sees("all").in(billing));

        engineersWork(eve);
        billingWorks(bo);

        assertThat(explained(mayor, eve, "/billing/acme")).isEqualTo("groups");
        assertThat(explained(mayor, bo, "/routing")).isEqualTo("groups");
    }

    private void engineersWork(Person eve) {
        try (var window = signedIn(eve)) {
            var page = window.open("/");
            assertThat(page.url()).endsWith("/routing");
            assertThat(navigation(page)).contains("Routing").doesNotContain("Billing", "Contacts", "Partners");
            page.getByText("New route").first().click();
            page.getByLabel("Prefix").fill("+44 20");
            page.getByLabel("Partner").selectOption("acme");
            page.getByText("Create route").click();
            assertThat(page.locator("#flash").textContent()).contains("4420", "was created");
            page.navigate("/routing/lookup?number=442079460018");
            assertThat(page.locator("#found").textContent()).contains("Acme");
            page.navigate("/billing");
            assertThat(page.locator("h1").textContent()).isNotEqualTo("Billing");
            assertThat(page.locator("main").textContent())
                    .contains("Your groups do not allow this in the area Billing");
        }
        var asked = panel.signIn(eve);
        for (var path : List.of("", "/acme")) {
            assertThat(asked.get("/api/v1/billing" + path).status()).isEqualTo(403);
            assertThat(asked.get("/billing" + path).status()).isEqualTo(403);
        }
        assertThat(asked.post("/api/v1/billing/acme/entries", Map.of()).status())
                .isEqualTo(403);
        assertThat(asked.put("/api/v1/billing/acme/terms", Map.of()).status()).isEqualTo(403);
        assertThat(asked.get("/api/v1/routing").json().path("total").asInt()).isPositive();
    }

    private void billingWorks(Person bo) {
        try (var window = signedIn(bo)) {
            var page = window.open("/");
            assertThat(page.url()).endsWith("/billing");
            assertThat(navigation(page)).contains("Billing").doesNotContain("Routing", "Contacts", "Partners");
            page.getByText("Initech").click();
            page.getByText("Set terms").first().click();
            page.getByLabel("Currency").fill("EUR");
            page.getByLabel("Credit limit").fill("500");
            page.getByText("Save").click();
            page.getByText("New entry").first().click();
            page.getByText("Charged").click();
            page.getByLabel("Amount").fill("120.50");
            page.getByLabel("What for").fill("Traffic of May");
            page.getByText("Make entry").click();
            assertThat(page.locator("#lead").textContent()).contains("-120.50", "379.50");
            assertThat(page.locator("tbody").textContent()).contains("Traffic of May");
        }
        var asked = panel.signIn(bo);
        assertThat(asked.get("/routing").status()).isEqualTo(403);
        assertThat(asked.get("/api/v1/routing").status()).isEqualTo(403);
        assertThat(asked.get("/api/v1/routing/lookup?number=44").status()).isEqualTo(403);
        assertThat(asked.post("/api/v1/routing", Map.of()).status()).isEqualTo(403);
    }

    /** By the form of a new group, without script, as the description has it: a name, then area by area with all access. */
    private String clickTogether(Visitor mayor, String name, List<String> areas) {
        try (var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            mayor.cookies().forEach(window::cookie);
            var page = window.open("/groups/new");
            page.locator("#name").fill(name);
            for (var number = 0; number < areas.size(); number++) {
                page.getByText("Add a rule").click();
                page.getByLabel("Area of rule " + (number + 1)).fill(areas.get(number));
                for (var word : List.of("create", "read", "update", "delete")) {
                    page.locator("[name='rules[" + number + "].access'][value=" + word + "]")
                            .check();
                }
            }
            page.getByText("Create group").click();
            assertThat(page.locator("#flash").textContent()).contains(name + " was created.");
            return page.url().replaceFirst(".*/groups/([0-9a-f-]{36}).*", "$1");
        }
    }

    private Browser.Window signedIn(Person person) {
        var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE);
        panel.signIn(person).cookies().forEach(window::cookie);
        return window;
    }

    private static String navigation(Page page) {
        return page.locator("#side").textContent();
    }

    private static String explained(Visitor mayor, Person person, String path) {
        return mayor.get("/api/v1/explain?method=GET&path=" + path + "&user=" + person.id())
                .json()
                .path("gate")
                .asString();
    }
}

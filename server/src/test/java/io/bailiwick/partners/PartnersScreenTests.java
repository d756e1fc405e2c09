package io.bailiwick.partners;

import static io.bailiwick.partners.PartnersApiTests.create;
import static io.bailiwick.partners.PartnersApiTests.fresh;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class PartnersScreenTests {

    @Autowired
    Panel panel;

    @Autowired
    Cast cast;

    private Visitor ada;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
    }

    @Test
    void whoeverMayNotSeeResellersIsOfferedThoseOfPartnersAlone() {
        var lone = fresh("lone");
        assertThat(ada.post("/api/v1/resellers", Map.of("name", "Lone " + lone, "key", lone))
                        .status())
                .isEqualTo(201);
        var rule = Map.of("area", "cockpit/Partners", "access", List.of("read"), "effect", "allow");
        var group = ada.post("/api/v1/groups", Map.of("name", "Partners only " + lone, "rules", List.of(rule)));
        var email = lone + "@people.example";
        var password = "gravel orchid lantern " + lone;
        var clerk = Map.of(
                "email",
                email,
                "name",
                "Clerk",
                "password",
                password,
                "role",
                "administrator",
                "groups",
                List.of(group.json().path("id").asString()),
                "mustChangePassword",
                false);
        assertThat(ada.post("/api/v1/users", clerk).status()).isEqualTo(201);
        var visitor = panel.visitor();
        visitor.signIn(email, password);

        assertThat(visitor.get("/api/v1/resellers").status()).isEqualTo(403);
        for (var page : List.of("/partners/resellers?q=", "/partners/resellers?q=" + lone, "/partners")) {
            assertThat(visitor.get(page).status()).isEqualTo(200);
            assertThat(visitor.get(page).body()).as(page).doesNotContain("Lone " + lone);
            assertThat(ada.get("/partners/resellers?q=" + lone).body()).contains("Lone " + lone);
        }
        assertThat(visitor.get("/partners/resellers?q=north").body()).contains("Northwind");
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsAccessible(Look look) {
        try (var window = window(look)) {
            for (var page : Map.of(
                            "partners", "/partners",
                            "partners-none", "/partners?q=nobody-at-all",
                            "partner-new", "/partners/new",
                            "partner", "/partners/" + Cast.INITECH,
                            "partner-off", "/partners/" + Cast.ACME + "/switch-off",
                            "resellers", "/resellers",
                            "reseller-new", "/resellers/new",
                            "reseller", "/resellers/" + Cast.NORTHWIND)
                    .entrySet()) {
                window.open(page.getValue());
                window.assertNoViolations();
                window.photograph(page.getKey());
            }
        }
    }

    @Test
    void partnerIsMadeChangedSwitchedOffAndDeletedWithoutScript() {
        var key = fresh("pied");
        try (var window = Browser.windowWithoutScript(base(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/partners");
            page.getByText("New partner").click();
            page.locator("#name").fill("Pied Piper");
            page.locator("#key").fill("Not A Key");
            page.getByText("Create partner").click();
            assertThat(page.locator("#errors").textContent()).contains("lower-case letters");
            assertThat(page.locator("#name").inputValue()).isEqualTo("Pied Piper");

            page.locator("#key").fill(key);
            page.locator("#reseller").selectOption(Cast.NORTHWIND);
            page.getByText("Create partner").click();
            assertThat(page.locator("#flash").textContent()).contains("Pied Piper was created.");
            assertThat(page.locator("h1").textContent()).contains("Pied Piper");

            page.getByText("Switch off …").click();
            assertThat(page.locator("main").textContent()).contains("Nobody was given its data in particular");
            page.getByText("Switch Pied Piper off: ").click();
            assertThat(page.locator("h1").textContent()).contains("Switched off");
            page.getByText("Switch on: ").click();
            assertThat(page.locator("h1").textContent()).contains("Active");

            page.getByText("Delete …").click();
            page.getByText("Delete Pied Piper: ").click();
            assertThat(page.locator("#flash").textContent()).contains("Pied Piper was deleted.");
        }
        assertThat(ada.get("/api/v1/partners/" + key).status()).isEqualTo(404);
    }

    @Test
    void takenKeyIsToldBesideItsField() {
        var answer = ada.form("/partners", Map.of("name", "Another Acme", "key", Cast.ACME));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"key-error\"")
                .contains("is taken")
                .contains("Another Acme");
    }

    @Test
    void partnerInUseStaysAndTheRefusalSaysWhatToDo() {
        var version =
                ada.get("/api/v1/partners/" + Cast.ACME).json().path("version").asString();

        var answer = ada.form("/partners/" + Cast.ACME + "/delete", Map.of("version", version));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(ada.get(URI.create(answer.header("Location")).getPath()).body())
                .contains("was not deleted")
                .contains("Switch it off instead");
    }

    @Test
    void lateFormIsShownAgainWithWhoSavedAndWhatDiffers() {
        var key = fresh("stale");
        var id = create(ada, key, null).json().path("id").asString();
        panel.as(cast.grace).patch("/api/v1/partners/" + id, Map.of("name", "Newer"));

        var late = ada.form("/partners/" + id, Map.of("version", "1", "name", "Mine", "key", key));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body())
                .contains("Grace Hopper saved this")
                .contains("<bdi>Newer</bdi>", "<bdi>Mine</bdi>")
                .contains("value=\"Mine\"", "name=\"version\" value=\"2\"");
        var again = ada.form("/partners/" + id, Map.of("version", "2", "name", "Mine", "key", key));
        assertThat(again.status()).isEqualTo(303);
    }

    @Test
    void lateFormOfAResellerIsShownAgainToo() {
        var key = fresh("late");
        ada.post("/api/v1/resellers", Map.of("name", "Early", "key", key));
        var id = ada.get("/api/v1/resellers/" + key).json().path("id").asString();
        panel.as(cast.grace).patch("/api/v1/resellers/" + id, Map.of("name", "Newer"));

        var late = ada.form("/resellers/" + id, Map.of("version", "1", "name", "Mine", "key", key));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.body()).contains("Grace Hopper saved this", "value=\"Mine\"");
        ada.delete("/api/v1/resellers/" + key);
    }

    @Test
    void resellersAreFoundByTyping() {
        var found = ada.get("/partners/resellers?q=north").body();

        assertThat(found).contains("data-options", "value=\"" + Cast.NORTHWIND + "\"");
        assertThat(ada.get("/partners/resellers?q=nobody-at-all").body()).doesNotContain("<input");
        assertThat(panel.as(cast.sven).get("/partners/resellers?q=north").body())
                .doesNotContain(Cast.NORTHWIND);
        assertThat(panel.as(cast.nora).get("/partners/resellers").status()).isEqualTo(403);
    }

    @Test
    void switchingOffTellsHowManyWereGivenTheData() {
        var key = fresh("counted");
        create(ada, key, null);
        for (var name : new String[] {"one", "two"}) {
            var given = Map.of(
                    "email",
                    name + "@" + key + ".example",
                    "name",
                    name,
                    "password",
                    "gravel orchid lantern 1",
                    "role",
                    "normal",
                    "dataAccess",
                    Map.of("mode", "selected", "partners", List.of(key)));
            assertThat(ada.post("/api/v1/users", given).status()).isEqualTo(201);
        }

        assertThat(ada.get("/partners/" + key + "/switch-off").body()).contains("2 people who were given its data");
        assertThat(ada.get("/resellers/" + Cast.NORTHWIND + "/switch-off").body())
                .contains("Everybody stops seeing the data of its");
    }

    @Test
    void resellerIsMadeAndDeletedOnItsPages() {
        var key = fresh("west");
        var made = ada.form("/resellers", Map.of("name", "Westwind", "key", key));
        assertThat(made.status()).isEqualTo(303);
        var id = ada.get("/api/v1/resellers/" + key).json().path("id").asString();
        assertThat(ada.form("/resellers/" + id, Map.of("version", "1", "name", "Westerly", "key", key))
                        .status())
                .isEqualTo(303);
        assertThat(ada.form("/resellers/" + id + "/switch-off", Map.of("version", "2"))
                        .status())
                .isEqualTo(303);
        assertThat(ada.get("/resellers/" + id).body()).contains("Switched off");
        assertThat(ada.form("/resellers/" + id + "/switch-on", Map.of("version", "3"))
                        .status())
                .isEqualTo(303);
        assertThat(ada.form("/resellers/" + id + "/delete", Map.of("version", "4"))
                        .status())
                .isEqualTo(303);
        assertThat(ada.get("/api/v1/resellers/" + key).status()).isEqualTo(404);
    }

    private Window window(Look look) {
        var window = Browser.window(base(), look);
        ada.cookies().forEach(window::cookie);
        return window;
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

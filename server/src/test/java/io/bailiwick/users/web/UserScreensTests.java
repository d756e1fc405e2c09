package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Users as people see them, without script. */
@PanelTest
class UserScreensTests {
    private static final String PASSWORD = "gravel orchid lantern 47";

    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    UserScreensTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void theListSaysWhoThereIs() {
        var page = ada.get("/users").body();

        assertThat(ada.get("/users/new").body())
                .contains("It is unverified until the link")
                .doesNotContain("every session ends");
        assertThat(page)
                .contains("people in Northgate Telecom.")
                .contains("Sami Aalto")
                .contains("2 partners")
                .contains("No partner data")
                .contains("All partners of Northwind")
                .contains("href=\"/users/new\"")
                .doesNotContain("shadow.example");
        assertThat(ada.get("/users?q=nobody-at-all").body()).contains("Nobody matches");
        assertThat(ada.get("/users?q=nobody-at-all").body()).contains("href=\"/users\"");
    }

    @Test
    void theListKeepsItsSearchWhileSortingAndPaging() {
        var page = ada.get("/users?q=people.example&sort=-name&limit=2").body();

        assertThat(page).contains("href=\"/users?q=people.example\"").contains("&amp;sort=-name&amp;after=");
    }

    @Test
    void aUserIsCreatedWithWhatGoesWithTheRole() {
        var fields = fields("Paula Partner");
        fields.put("role", "partner");
        fields.put("partner", Cast.ACME);
        fields.put("partnerPermissions", "issue-comments");
        fields.put("normalPermissions", "jobs");
        fields.put("dataAccess", "all");

        var created = ada.form("/users", fields);

        assertThat(created.status()).as(created.body()).isEqualTo(303);
        var user = ada.get("/api/v1" + created.header("Location").replaceFirst("^https?://[^/]+", ""))
                .json();
        assertThat(user.path("dataAccess").toString()).isEqualTo("{\"mode\":\"selected\",\"partners\":[\"acme\"]}");
        assertThat(user.path("permissions").toString()).isEqualTo("[\"issue-comments\"]");
        assertThat(ada.get("/users").body()).contains("Paula Partner can sign in now.");
    }

    @Test
    void aRefusedFormKeepsEverythingButThePassword() {
        var fields = fields("Tom & \"Jerry\"");
        fields.put("email", "tom@@example");
        fields.put("network", "10.\nnonsense");
        fields.put("role", "normal");
        fields.put("dataAccess", "selected");
        fields.put("normalPermissions", "jobs");

        var refused = ada.form("/users", fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Tom &amp; &#34;Jerry&#34;")
                .contains("tom@@example")
                .contains("10.\nnonsense")
                .contains("id=\"email-error\"")
                .contains("id=\"network-error\"")
                .contains("id=\"partners-error\"")
                .doesNotContain(PASSWORD);
    }

    @Test
    void aTakenAddressIsToldOnThePage() {
        var fields = fields("Ada Again");
        fields.put("email", cast.ada.email());

        var refused = ada.form("/users", fields);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("belongs to somebody else").contains("Ada Again");
    }

    @Test
    void takingAwayTheLastGroupIsAskedOnAPageOfItsOwn() {
        var fields = fields("Grouped Person");
        fields.put("groups", cast.desk.toString());
        var address = ada.form("/users", fields).header("Location").replaceFirst("^https?://[^/]+", "");
        fields.remove("groups");
        fields.remove("password");
        fields.put("version", "1");

        var asked = ada.form(address, fields);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains("in no group any longer").contains("name=\"confirm\"");
        var token = asked.body().replaceAll("(?s).*name=\"confirm\" value=\"([^\"]+)\".*", "$1");
        fields.put("confirm", token);

        assertThat(ada.form(address, fields).status()).isEqualTo(303);
        assertThat(ada.get("/api/v1" + address).json().path("groups").size()).isZero();
    }

    @Test
    void naughtyNamesAreShownAsText() {
        for (var name : List.of(
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "שלום 👩🏽‍💻",
                "javascript:alert(1)",
                "{0} ${x}")) {
            var created = ada.form("/users", fields(name));
            assertThat(created.status()).as(name + created.body()).isEqualTo(303);
            var address = created.header("Location").replaceFirst("^https?://[^/]+", "");
            for (var page :
                    List.of(address, address + "/delete", address + "/disable", address + "/password", "/users")) {
                var shown = ada.get(page);
                assertThat(shown.status()).isEqualTo(200);
                assertThat(shown.body()).doesNotContain("<script>alert").doesNotContain("<img src=x");
            }
            assertThat(ada.get("/api/v1" + address).json().path("name").asString())
                    .isEqualTo(name);
        }
    }

    @Test
    void whyItWasRefusedIsToldToTheEnd() {
        var kim = panel.as(cast.kim);
        var reason = kim.patch("/api/v1/users/" + cast.ada.id(), Map.of("status", "disabled"))
                .json()
                .path("detail")
                .asString();
        assertThat(reason).hasSizeGreaterThan(120).contains("`");

        assertThat(kim.form("/users/" + cast.ada.id() + "/disable", Map.of()).status())
                .isEqualTo(303);

        var page = kim.get("/users").body();
        var told = page.substring(page.indexOf("id=\"flash\""), page.indexOf("<template>"));
        assertThat(told).contains("<code>").doesNotContain("…", "`");
        assertThat(told.replaceAll("<[^>]+>", "")).contains(reason.replace("`", ""));
    }

    @Test
    void disablingAndDeletingAreAskedOnce() {
        var person = cast.extra("Doomed");
        var address = "/users/" + person.id();

        assertThat(ada.get(address + "/disable").body())
                .contains("Disable Doomed?")
                .contains("Everything else stays: name, role.");
        assertThat(ada.form(address + "/disable", Map.of("version", "1")).status())
                .isEqualTo(303);
        assertThat(ada.get(address).body()).contains("Enable this user").contains("Doomed is disabled.");
        assertThat(ada.form(address + "/enable", Map.of()).status()).isEqualTo(303);
        assertThat(ada.get(address + "/delete").body())
                .contains("This cannot be undone. What goes along: every session. The name stays");
        assertThat(ada.form(address + "/delete", Map.of()).header("Location")).endsWith("/users");
        assertThat(ada.get(address).status()).isEqualTo(404);
    }

    @Test
    void aGivenPasswordIsConfirmed() {
        var path = "/users/" + cast.extra("Twice Typed").id() + "/password";

        var refused = ada.form(path, Map.of("password", PASSWORD, "again", PASSWORD + " not"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not the same").doesNotContain(PASSWORD);
        assertThat(ada.form(path, Map.of("password", PASSWORD, "again", PASSWORD))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void oneselfIsNotEditedBeyondNameAndAddress() {
        var page = ada.get("/users/" + cast.ada.id()).body();

        assertThat(page)
                .contains("Nobody changes their own role")
                .doesNotContain("name=\"role\"")
                .doesNotContain("/disable\"")
                .doesNotContain(cast.ada.id() + "/delete\"");
        assertThat(ada.get("/users/" + cast.ada.id() + "/password").header("Location"))
                .endsWith("/me/password");
        var refused = ada.form("/users/" + cast.ada.id() + "/delete", Map.of());
        assertThat(refused.header("Location")).endsWith("/users/" + cast.ada.id());
    }

    @Test
    void whatOneMayNotDoIsNotOffered() {
        var kim = panel.as(cast.kim);

        assertThat(kim.get("/users").body()).contains("href=\"/users/new\"").doesNotContain("/delete\"");
        assertThat(kim.get("/users/" + cast.nora.id() + "/delete").status()).isEqualTo(403);
        assertThat(panel.as(cast.nora).get("/users").status()).isEqualTo(403);
        assertThat(panel.visitor().get("/users").header("Location")).contains("/sign-in");
    }

    @Test
    void aResellersAdministratorIsOfferedHisOwnOnly() {
        var rita = panel.as(cast.rita);

        assertThat(rita.get("/users").body())
                .contains("Rolf Reseller")
                .doesNotContain("Sami Aalto")
                .doesNotContain("Acme Logistics");
        assertThat(rita.get("/users/new").body())
                .contains("Initech")
                .contains("Your users belong to your reseller.")
                .doesNotContain("Globex");
        assertThat(rita.get("/users/" + cast.sami.id()).status()).isEqualTo(404);
    }

    private static Map<String, String> fields(String name) {
        var fields = new HashMap<String, String>();
        fields.put("name", name);
        fields.put("email", "screen" + System.nanoTime() + "@northgate.example");
        fields.put("password", PASSWORD);
        fields.put("role", "normal");
        fields.put("dataAccess", "none");
        fields.put("timeZone", "UTC");
        return fields;
    }
}

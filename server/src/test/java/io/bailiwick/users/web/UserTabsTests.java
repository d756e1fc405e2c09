package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tabs on the page of a user: what they show, what they save, what they refuse. */
@PanelTest
class UserTabsTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    UserTabsTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/sign-in", "/sessions", "/history"})
    void everyTabHasTheSameHeadAndItsOwnAddress(String tab) {
        var page = ada.get(page(cast.rolf) + tab);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Rolf Reseller",
                        cast.rolf.email(),
                        "Active",
                        "Normal",
                        "All partners of Northwind",
                        "Desk",
                        "Last sign-in",
                        "href=\"" + page(cast.rolf) + tab + "\" aria-current=\"page\"")
                .contains(
                        page(cast.rolf) + "/sign-in\"",
                        page(cast.rolf) + "/sessions\"",
                        page(cast.rolf) + "/history\"");
        assertThat(panel.as(cast.rita).get(page(cast.sami) + tab).status()).isEqualTo(404);
        assertThat(panel.as(cast.nora).get(page(cast.sami) + tab).status()).isEqualTo(403);
    }

    @Test
    void whoCannotSignInForAWhileIsShownAsLocked() {
        var person = cast.extra("Locked Out");
        for (int guess = 0; guess < 5; guess++) {
            panel.visitor().post("/api/v1/session", Map.of("email", person.email(), "password", "wrong wrong wrong"));
        }

        assertThat(ada.get(page(person)).body()).contains("Locked").contains("Locked until");
    }

    @Test
    void everyGrantSaysWhereItComesFrom() {
        assertThat(outcome(cast.grace))
                .contains("Comes with the role Administrator", "Not granted")
                .contains("Nothing narrows what the role and its permissions open");
        assertThat(outcome(cast.kevin)).contains("Granted to this user", "Chosen, partners that come later included");
        assertThat(outcome(cast.pia)).contains("Cannot be granted to the role Partner", "Acme Logistics");
        assertThat(outcome(cast.rolf))
                .contains("Only what this group allows is open", "Narrowed to the partners of Northwind");
        assertThat(outcome(cast.sami)).contains("Selected one by one", "Globex");
        assertThat(outcome(cast.nora)).contains("No partner data", "Nothing is chosen");
    }

    @Test
    void impossibleChoicesAreLockedWithTheReasonBesideThem() {
        var page = ada.get(page(cast.sami)).body();

        assertThat(page)
                .containsPattern("name=\"partnerPermissions\" value=\"jobs\"[^>]*aria-disabled=\"true\"")
                .containsPattern("name=\"partnerPermissions\" value=\"issue-comments\"(?![^>]*aria-disabled)")
                .containsPattern(
                        "name=\"administratorPermissions\" value=\"jobs\"[^>]*checked[^>]*aria-disabled=\"true\"")
                .containsPattern("name=\"partnerData\" value=\"all\"[^>]*aria-disabled=\"true\"")
                .containsPattern("name=\"administratorData\" value=\"none\"[^>]*aria-disabled=\"true\"")
                .contains(
                        "A Partner user cannot hold it",
                        "A Partner user sees the data of exactly one partner",
                        "An Administrator sees the data of all partners")
                .doesNotContain(" disabled");
    }

    /** The tables of the access model, role by role. */
    @ParameterizedTest
    @CsvSource({
        "administrator, jobs,                      true",
        "administrator, integration-configuration, true",
        "administrator, issue-comments,            true",
        "administrator, reprocess-messages,        true",
        "normal,        jobs,                      true",
        "normal,        integration-configuration, true",
        "normal,        issue-comments,            true",
        "normal,        reprocess-messages,        true",
        "partner,       jobs,                      false",
        "partner,       integration-configuration, false",
        "partner,       issue-comments,            true",
        "partner,       reprocess-messages,        false",
    })
    void aRoleMayHoldWhatTheTableSays(String role, String permission, boolean possible) {
        var data = role.equals("partner") ? Map.of("mode", "selected", "partners", List.of(Cast.ACME)) : null;
        var change = new LinkedHashMap<String, Object>(Map.of("role", role, "permissions", List.of(permission)));
        change.put("dataAccess", data);
        var person = cast.extra("Table " + role + " " + permission);

        var answer = ada.patch(api(person), change);

        assertThat(answer.status()).as(answer.body()).isEqualTo(possible ? 200 : 422);
    }

    @ParameterizedTest
    @CsvSource({
        "administrator, none,     '',          422",
        "administrator, all,      '',          200",
        "administrator, selected, acme,        422",
        "normal,        none,     '',          200",
        "normal,        all,      '',          200",
        "normal,        selected, '',          422",
        "normal,        selected, acme,        200",
        "normal,        selected, acme globex, 200",
        "partner,       none,     '',          422",
        "partner,       all,      '',          422",
        "partner,       selected, '',          422",
        "partner,       selected, acme,        200",
        "partner,       selected, acme globex, 422",
    })
    void aRoleMaySeeWhatTheTableSays(String role, String mode, String partners, int status) {
        var keys = partners.isEmpty() ? List.of() : List.of(partners.split(" "));
        var data = mode.equals("selected") ? Map.of("mode", mode, "partners", keys) : Map.of("mode", mode);
        var person = cast.extra(("Data " + role + " " + mode + " " + partners).strip());

        var answer = ada.patch(api(person), Map.of("role", role, "dataAccess", data));

        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    @Test
    void theOutcomeFollowsTheChoicesBeforeTheyAreSaved() {
        var fields = Map.of("role", "partner", "partner", Cast.GLOBEX, "partnerPermissions", "issue-comments");

        var live = ada.form(page(cast.sami) + "/outcome", fields);

        assertThat(live.status()).isEqualTo(200);
        assertThat(live.body())
                .contains("id=\"outcome\"", "Globex", "a Partner user has exactly one", "Granted to this user");
        assertThat(ada.form(page(cast.sami) + "/outcome", Map.of("role", "partner"))
                        .body())
                .contains("exactly one partner: select it");
        assertThat(ada.form(page(cast.rolf) + "/outcome", Map.of("role", "normal", "dataAccess", "all"))
                        .body())
                .contains("would be in no group any longer", "You will be asked before it is saved.");
        assertThat(panel.as(cast.kim)
                        .form("/users/outcome", Map.of("role", "normal", "dataAccess", "none"))
                        .body())
                .contains("Put the user into a group");
        assertThat(ada.get(api(cast.sami)).json().path("role").asString()).isEqualTo("normal");
    }

    @Test
    void withoutARoleTheCreatePageSaysThatItMakesAnAdministrator() {
        assertThat(ada.get("/users/new").body())
                .contains("No role is chosen. Saved like this, the new user becomes an Administrator")
                .contains("that makes an Administrator")
                .contains("Create an Administrator", "Create a Normal user", "Create a Partner user")
                .doesNotContainPattern("name=\"role\" value=\"[a-z]+\" checked");
        assertThat(panel.as(cast.kim).get("/users/new").body()).contains("Choose a role. Only an Administrator");

        var made = ada.form("/users", create("Roleless"));
        assertThat(made.status()).as(made.body()).isEqualTo(303);
        var user = ada.get("/api/v1" + path(made)).json();
        assertThat(user.path("role").asString()).isEqualTo("administrator");
        assertThat(user.path("dataAccess").path("mode").asString()).isEqualTo("all");
        var fields = create("Roleless Too");
        fields.put("groups", cast.desk.toString());
        assertThat(panel.as(cast.kim).form("/users", fields).status()).isEqualTo(422);
    }

    @Test
    void accessAndSignInAreSavedApart() {
        var person = cast.extra("Parted");

        var access = ada.form(
                page(person),
                Map.of("role", "normal", "dataAccess", "all", "normalPermissions", "jobs", "sharedTickets", "true"));
        var signIn = ada.form(
                page(person) + "/sign-in",
                Map.of(
                        "name",
                        "Parted Anew",
                        "email",
                        person.email(),
                        "timeZone",
                        "Asia/Kolkata",
                        "network",
                        "127.\n\n2001:db8::/32",
                        "mustChangePassword",
                        "true"));

        assertThat(access.header("Location")).endsWith(page(person));
        assertThat(signIn.header("Location")).endsWith("/sign-in");
        assertThat(ada.get(page(person)).body()).contains("Password change due");
        var user = ada.get(api(person)).json();
        assertThat(user.path("permissions").toString()).isEqualTo("[\"jobs\"]");
        assertThat(user.path("dataAccess").path("mode").asString()).isEqualTo("all");
        assertThat(user.path("sharedTickets").asBoolean()).isTrue();
        assertThat(user.path("name").asString()).isEqualTo("Parted Anew");
        assertThat(user.path("timeZone").asString()).isEqualTo("Asia/Kolkata");
        assertThat(user.path("network").toString()).isEqualTo("[\"127.0.0.0/8\",\"2001:db8::/32\"]");
        assertThat(user.path("mustChangePassword").asBoolean()).isTrue();
    }

    @Test
    void aRefusedTabKeepsWhatWasTyped() {
        var refused = ada.form(
                page(cast.sami) + "/sign-in",
                Map.of("name", "", "email", "sami@@", "timeZone", "berlin", "network", "10.\nnonsense\n\n1.2.3.4/33"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("sami@@", "10.\nnonsense", "did you mean", "Europe/Berlin", "id=\"network-error\"")
                .contains("Line 2: ", "Line 4: ")
                .doesNotContain("Line 3: ");
        var beyond = panel.as(cast.kim).form(page(cast.ada) + "/sign-in", Map.of("name", "Mine"));
        assertThat(beyond.status()).isIn(403, 422);
        assertThat(panel.as(cast.kim).get(page(cast.ada)).body())
                .contains("You can look, but not change anything here.")
                .doesNotContain("name=\"role\"");
    }

    @Test
    void whoeverExceedsTheReaderHasNothingToClick() {
        var stronger = cast.extra("Stella Stronger");
        ada.post("/api/v1/invitations", Map.of("emails", List.of("invited@stronger.example"), "role", "administrator"));
        var invited = ada.get("/api/v1/users?q=invited@stronger.example")
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString();

        for (var path : List.of(page(stronger), "/users/" + invited)) {
            assertThat(ada.get(path).body()).contains("Send again");
            assertThat(panel.as(cast.kim).get(path).body())
                    .contains("You can look, but not change anything here.")
                    .doesNotContain("Send again", "Withdraw");
        }
    }

    @Test
    void moreToChooseFromIsFoundByTypingAndWithoutScript() {
        assertThat(ada.get("/users/options/partners?q=glob").body())
                .contains("data-options", "Globex")
                .doesNotContain("Acme");
        assertThat(ada.get("/users/options/groups?q=des").body()).contains("Desk");
        assertThat(ada.get("/users/options/resellers?q=no").body()).contains("Northwind");
        assertThat(panel.as(cast.rita).get("/users/options/partners").body())
                .contains("Initech")
                .doesNotContain("Globex");
        for (int number = 0; number < 55; number++) {
            assertThat(ada.post("/api/v1/groups", Map.of("name", "Pickable %02d".formatted(number)))
                            .status())
                    .isEqualTo(201);
        }
        var page = ada.get("/users/new").body();
        assertThat(page).contains("are shown: search for the others.", "name=\"findGroups\"");

        var found = ada.form(
                "/users",
                Map.of("find", "groups", "findGroups", "pickable 54", "name", "Half Typed", "role", "normal"));

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.body()).contains("Pickable 54", "Half Typed").doesNotContain("Pickable 11");
    }

    @Test
    void theHistoryTellsBeforeAndAfterInWords() {
        var person = cast.extra("Historic");
        ada.patch(
                api(person),
                Map.of("role", "partner", "dataAccess", Map.of("mode", "selected", "partners", List.of("acme"))));
        ada.patch(api(person), Map.of("groups", List.of(cast.desk.toString()), "sharedTickets", true));
        ada.patch(api(person), Map.of("network", List.of("127."), "timeZone", "Europe/Berlin"));
        ada.patch(api(person), Map.of("status", "disabled"));

        var page = ada.get(page(person) + "/history").body();

        assertThat(page)
                .contains("Created", "Disabled", "by Ada Lovelace", "from <code dir=\"ltr\">127.0.0.1</code>")
                .containsSubsequence("Role", "Normal", "Partner")
                .containsSubsequence("Data access", "No data", "Acme Logistics")
                .contains("Desk", "127.0.0.0/8", "Europe/Berlin")
                .contains("5 changes")
                .doesNotContain("user.history");
        assertThat(page.indexOf("Disabled</b>")).isLessThan(page.indexOf("Created</b>"));
        var first = ada.get(page(person) + "/history?limit=2").body();
        assertThat(first).contains("Disabled</b>").doesNotContain("Created</b>");
        var next = first.replaceAll("(?s).*href=\"([^\"]*history\\?after=[^\"]+)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(ada.get(next).body()).contains("Created</b>");
        assertThat(ada.get(page(cast.sami) + next.substring(next.indexOf("/history")))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theHistoryHidesWhatIsOutOfSight() {
        var person = cast.extra("Moved Over");
        ada.patch(
                api(person), Map.of("dataAccess", Map.of("mode", "selected", "partners", List.of("acme", "initech"))));
        ada.patch(api(person), Map.of("groups", List.of(cast.desk.toString()), "reseller", Cast.NORTHWIND));

        var page = panel.as(cast.rita).get(page(person) + "/history").body();

        assertThat(page).contains("Initech", "others out of your sight").doesNotContain("Acme", "acme", "127.0.0.1");
    }

    private String outcome(Cast.Person person) {
        var page = ada.get(page(person)).body();
        return page.substring(page.indexOf("id=\"outcome\""));
    }

    private static Map<String, String> create(String name) {
        return new LinkedHashMap<>(Map.of(
                "name",
                name,
                "email",
                "tab" + System.nanoTime() + "@northgate.example",
                "password",
                "gravel orchid lantern 47",
                "timeZone",
                "UTC"));
    }

    private static String path(Visitor.Answer created) {
        return created.header("Location").replaceFirst("^https?://[^/]+", "");
    }

    private static String page(Cast.Person person) {
        return "/users/" + person.id();
    }

    private static String api(Cast.Person person) {
        return "/api/v1/users/" + person.id();
    }
}

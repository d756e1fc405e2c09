package io.bailiwick.groups;

import static io.bailiwick.groups.GroupForms.ALL;
import static io.bailiwick.groups.GroupForms.allow;
import static io.bailiwick.groups.GroupForms.deny;
import static io.bailiwick.groups.GroupForms.fresh;
import static io.bailiwick.groups.GroupForms.make;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByTextOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.model.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@PanelTest
class GroupsScreenTests {
    private static final GetByTextOptions EXACT = new GetByTextOptions().setExact(true);

    private static final Map<String, ?> OK = Map.of("200", Map.of("description", "Fine"));

    @Autowired
    Panel panel;

    @Autowired
    Cast cast;

    private Visitor ada;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsAccessible(Look look) {
        var empty = make(ada, List.of());
        try (var window = Browser.window(base(), look)) {
            ada.cookies().forEach(window::cookie);
            var pages = new LinkedHashMap<String, String>(Map.of(
                    "groups",
                    "/groups",
                    "groups-none",
                    "/groups?q=nobody-at-all",
                    "group-new",
                    "/groups/new",
                    "group",
                    "/groups/" + cast.desk,
                    "group-without-rules",
                    "/groups/" + empty,
                    "group-rules",
                    "/groups/" + cast.desk + "/rules",
                    "group-history",
                    "/groups/" + cast.desk + "/history",
                    "group-delete",
                    "/groups/" + cast.desk + "/delete"));
            pages.forEach((name, path) -> {
                window.open(path);
                window.assertNoViolations();
                window.photograph(name);
            });
        }
    }

    @Test
    void groupIsMadeChangedConfirmedAndDeletedWithoutScript() {
        var name = fresh("Billing");
        try (var window = Browser.windowWithoutScript(base(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/groups/new");
            page.locator("#name").fill(name);
            page.getByText("Add a rule").click();
            assertThat(page.locator("#name").inputValue()).isEqualTo(name);
            page.getByLabel("Area of rule 1").fill("cockpit/Nowhere");
            page.getByText("Create group").click();
            assertThat(page.locator("#errors").textContent()).contains("There is no area");

            page.getByLabel("Area of rule 1").fill("cockpit/Users");
            page.locator("[name='rules[0].access'][value=read]").check();
            page.getByText("Add a rule").click();
            page.getByLabel("Area of rule 2").fill("cockpit/Groups");
            page.locator("[name='rules[1].effect']").selectOption("deny");
            page.locator("[name='rules[1].access'][value=delete]").check();
            page.getByText("Create group").click();
            assertThat(page.locator("#flash").textContent()).contains(name + " was created.");
            assertThat(page.locator("#lead").textContent())
                    .isEqualTo("No members. May do what 2 rules allow, and nothing else.");

            page.locator("#views a[href$='/rules']").click();
            page.getByLabel("Remove the rule on cockpit/Groups").click();
            PlaywrightAssertions.assertThat(page.locator("tbody tr")).hasCount(1);
            page.getByText("Review and save").click();
            assertThat(page.locator("h1").textContent()).isEqualTo("Save " + name + "?");
            assertThat(page.locator("main").textContent())
                    .contains("This opens more than it says", "cockpit/Groups: Delete is denied no more");
            page.locator("#save").click();
            assertThat(page.locator("#flash").textContent()).contains(name + " was saved.");
            assertThat(page.locator("#lead").textContent())
                    .isEqualTo("No members. May do what one rule allows, and nothing else.");

            page.locator(".acts summary").click();
            page.getByText("Delete …").click();
            page.getByText("Delete " + name, EXACT).click();
            assertThat(page.locator("#flash").textContent()).contains(name + " was deleted.");
        }
    }

    @Test
    void nothingTypedIsLostWhenTheNameIsTaken() {
        var answer = ada.form(
                "/groups",
                Map.of(
                        "name", "desk",
                        "mode", "exceptions",
                        "rules[0].area", "cockpit/Users",
                        "rules[0].effect", "deny",
                        "rules[0].access", "read"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("id=\"name-error\"")
                .contains("value=\"cockpit/Users\"")
                .contains("value=\"exceptions\" checked")
                .contains("<option value=\"deny\" selected");
    }

    @Test
    void beyondOnesRightsIsToldOnTheForm() {
        var own =
                make(ada, List.of(allow("cockpit/Groups", ALL.toArray(String[]::new)), allow("cockpit/Users", "read")));
        var lee = Limited.administrator(panel, cast, null, own);

        var answer = lee.form("/groups", Map.of("name", fresh("Climb"), "mode", "exceptions"));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("You are limited yourself").contains("Climb");
    }

    @Test
    void lateFormIsShownAgainWithWhoSavedAndWhatDiffers() {
        var group = make(ada, List.of(allow("cockpit/Users", "read"), allow("cockpit/Groups", "read")));
        var late = Map.of(
                "version", "1",
                "name", "Typed " + group,
                "mode", "only-listed",
                "rules[0].area", "cockpit/Partners",
                "rules[0].effect", "deny",
                "rules[0].access", "delete");
        var newer = Map.of("rules", List.of(allow("cockpit/Users", "read", "update"), allow("cockpit/Groups", "read")));
        assertThat(panel.as(cast.grace).patch("/api/v1/groups/" + group, newer).status())
                .isEqualTo(200);

        var answer = ada.form("/groups/" + group + "/rules", late);
        assertThat(answer.status()).isEqualTo(412);
        assertThat(answer.body())
                .contains("Grace Hopper saved this", "name=\"version\" value=\"2\"")
                .contains("value=\"Typed " + group, "value=\"cockpit/Partners\"")
                .contains("Deny <code><bdi>cockpit/Partners</bdi></code>")
                .doesNotContain("Allow <code><bdi>cockpit/Groups</bdi></code>");
        var again = new HashMap<>(late);
        again.put("version", "2");
        assertThat(ada.form("/groups/" + group + "/rules", again).status()).isEqualTo(303);
        assertThat(ada.get("/api/v1/groups/" + group).json().path("rules").size())
                .as("hers and mine")
                .isEqualTo(3);
    }

    @Test
    void changingTheRowsOfAFormDoesNotHideThatSomebodySavedMeanwhile() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        panel.as(cast.grace).patch("/api/v1/groups/" + group, Map.of("name", fresh("Meanwhile")));

        var form = Map.of("version", "1", "name", "x", "mode", "only-listed", "do", "add");
        assertThat(ada.form("/groups/" + group + "/rules", form).body()).contains("name=\"version\" value=\"1\"");
    }

    @Test
    void limitedAdministratorIsToldWhatWouldBeRefused() {
        var own = make(
                ada,
                List.of(allow("cockpit/Groups", ALL.toArray(String[]::new)), allow("cockpit/Users", "read", "update")));
        var mine = make(ada, List.of(allow("cockpit/Users", "read")));
        var wide = make(ada, List.of(allow("cockpit/Partners", "read")));
        Limited.person(panel, cast, Role.ADMINISTRATOR, null, wide);
        Limited.person(panel, cast, Role.ADMINISTRATOR, null, mine);
        var lee = Limited.administrator(panel, cast, null, own);

        assertThat(lee.get("/groups/new").body()).contains("open only listed areas.", "You are limited yourself");
        assertThat(lee.get("/groups/" + wide).body()).contains("Somebody in this group may do more than you");
        assertThat(lee.get("/groups/" + mine).body()).doesNotContain("Somebody in this group");
        var target = "value=\"%s\" aria-disabled=\"true\"";
        assertThat(lee.get("/groups/" + mine + "/targets?q=group-").body())
                .contains(target.formatted(wide))
                .contains("on an area that you do not see")
                .doesNotContain("Partners");
    }

    @Test
    void othersToMoveMembersToAreFoundByTyping() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        Limited.person(panel, cast, Role.NORMAL, null, group);
        var names = new ArrayList<String>();
        for (var number = 0; number < 52; number++) {
            names.add(ada.post("/api/v1/groups", Map.of("name", "Aaa " + number + " " + group))
                    .header("Location"));
        }
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/groups/" + group + "/delete");
            assertThat(page.locator(".pick").textContent()).contains("search for the others");
            assertThat(page.getByText("Desk", EXACT).count()).isZero();
            page.locator("#moveMembersTo-find").fill("desk");
            page.getByText("Desk", EXACT).waitFor();
            page.getByText("Desk", EXACT).click();
            page.locator("#moveMembersTo-find").fill("aaa 7 ");
            page.getByText("Aaa 7 " + group, EXACT).waitFor();
            assertThat(page.locator("[name=moveMembersTo]:checked").inputValue())
                    .isEqualTo(cast.desk.toString());
            window.assertNoViolations();
        }
        names.forEach(ada::delete);
    }

    @Test
    void deletionAsksWhereTheMembersGoAndWhoEndsInNoGroup() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        var member = Limited.person(panel, cast, Role.NORMAL, null, group);
        var path = "/groups/" + group + "/delete";
        assertThat(ada.get(path).body()).contains("It has one member");

        var silent = ada.form(path, Map.of("version", "1"));
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("id=\"moveMembersTo-error\"");

        var asked = ada.form(path, Map.of("version", "1", "moveMembersTo", "none"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body()).contains(member.name()).contains("no group limits them any more");
        var token = asked.body().replaceAll("(?s).*name=\"confirm\" value=\"([^\"]+)\".*", "$1");
        var confirmed = ada.form(path, Map.of("version", "1", "moveMembersTo", "none", "confirm", token));
        assertThat(confirmed.status()).isEqualTo(303);
        assertThat(ada.get("/api/v1/groups/" + group).status()).isEqualTo(404);
    }

    @Test
    void rulesThatAreNotShownStayAsTheyAre() {
        var group = make(
                ada,
                List.of(
                        allow("cockpit/Users", "read"),
                        allow("cockpit/Groups", "read"),
                        deny("cockpit/Partners", "delete")));
        var page = ada.get("/groups/" + group + "/rules?area=partn").body();
        assertThat(page).contains("1 of 3 rules shown");
        var was = page.replaceAll("(?s).*name=\"rules\\[0\\].was\" value=\"([^\"]+)\".*", "$1");

        var saved = ada.form(
                "/groups/" + group + "/rules",
                Map.of(
                        "version", "1",
                        "name", fresh("Kept"),
                        "mode", "only-listed",
                        "rules[0].area", "cockpit/Partners",
                        "rules[0].was", was,
                        "rules[0].effect", "deny",
                        "rules[0].access", "delete"));

        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(ada.get("/api/v1/groups/" + group).json().path("rules").size())
                .isEqualTo(3);
    }

    @Test
    void fiveHundredAreasStayWithinTheirPage() {
        var application = fresh("big");
        ada.post("/api/v1/applications", Map.of("name", application, "key", application));
        var paths = new HashMap<String, Object>();
        var rules = new ArrayList<Map<String, ?>>();
        for (var number = 0; number < 500; number++) {
            var name = "A functional area number " + number;
            paths.put("/things/number-" + number, Map.of("get", Map.of("tags", List.of(name), "responses", OK)));
            rules.add(allow(application + "/" + name, "read", "update"));
        }
        var document = Map.of("openapi", "3.0.3", "info", Map.of("title", "Big", "version", "1"), "paths", paths);
        var imported = ada.post("/api/v1/applications/" + application + "/openapi", document);
        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        var group = make(ada, rules.subList(0, 60));
        var all = make(ada, rules);

        assertThat(ada.weight("/groups/" + group + "/rules")).as("sixty rules").isLessThan(15_000);
        assertThat(ada.get("/groups/" + all + "/rules").body()).contains("100 of 500 rules shown");
        assertThat(ada.weight("/groups/" + all + "/rules"))
                .as("bytes on the wire")
                .isLessThan(16_000);
        assertThat(ada.get("/groups/" + all).body())
                .contains("value=\"open:" + application)
                .doesNotContain("A functional area number 7");
        assertThat(ada.weight("/groups/" + all)).as("folded").isLessThan(15_000);
        var open = ada.get("/groups/" + all + "?open=" + application).body();
        assertThat(open).contains("200 of 500 matching areas shown");
        assertThat(ada.weight("/groups/" + all + "?open=" + application))
                .as("a full page")
                .isLessThan(60_000);
        assertThat(open.split("name=\"c\\.").length - 1)
                .as("three to choose from in each cell, posted as one field")
                .isEqualTo(200 * 4 * 3);
        ada.delete("/api/v1/groups/" + group);
        ada.delete("/api/v1/groups/" + all);
        deleteApplication(application);
    }

    /** So many areas would fold the matrix of every other test. */
    private void deleteApplication(String application) {
        var path = "/api/v1/applications/" + application;
        var asked = ada.delete(path);
        var status = asked.status() == 409
                ? ada.delete(path + "?confirm=" + asked.json().path("confirm").asString())
                        .status()
                : asked.status();
        assertThat(status).isEqualTo(204);
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

package io.bailiwick.groups;

import static io.bailiwick.groups.GroupForms.allow;
import static io.bailiwick.groups.GroupForms.deny;
import static io.bailiwick.groups.GroupForms.make;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The matrix of a group in a browser. */
@PanelTest
class MatrixBrowserTests {
    private static final String BAR = "#savebar";

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
    @EnumSource(names = {"LIGHT_WIDE", "DARK_PHONE"})
    void everyStepIsAccessible(Look look) {
        var group = make(
                ada,
                "exceptions",
                List.of("read"),
                List.of(allow("cockpit/Users"), allow("cockpit/Groups", "read"), deny("cockpit/Groups", "read")));
        try (var window = Browser.window(base(), look)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/groups/" + group);
            choose(page, "Update Partners", "Deny");
            choose(page, "Create Users", "Allow");
            bar(page, "2 unsaved changes.");
            window.assertNoViolations();
            window.photograph("matrix-changed");
            page.getByText("Review and save").click();
            page.locator("#save").waitFor();
            window.assertNoViolations();
            window.photograph("matrix-review");
            page.locator("#save").click();
            page.locator("#views a[href$='/history']").click();
            window.assertNoViolations();
            page.getByText("Undo this change").first().click();
            page.locator("#save").waitFor();
            window.assertNoViolations();
            page.locator("#save").click();
            assertThat(page.locator("#flash").textContent()).contains("was undone");
            page.locator("#views a[href$='/members']").click();
            window.assertNoViolations();
        }
    }

    @Test
    void onlyWhatIsChangedIsSentAndTheResultFollowsAtOnce() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/groups/" + group);
            var sent = judged(page);

            choose(page, "Delete Groups", "Allow");
            bar(page, "1 unsaved change.");
            choose(page, "Update Users", "Deny");
            bar(page, "2 unsaved changes.");

            assertThat(sent).hasSize(2);
            assertThat(sent.getLast().split("(^|&)c\\.")).as("two cells").hasSize(3);
            assertThat(sent.getLast()).doesNotContain("&mode=", "default.");
            assertThat(result(page, "Groups")).contains("Delete allowed");
            assertThat(result(page, "Users")).contains("Read allowed, Update denied");
            assertThat(page.locator("#count-changed").textContent()).isEqualTo("2");

            choose(page, "Update Users", "No rule");
            bar(page, "1 unsaved change.");
            assertThat(result(page, "Users")).contains("Read allowed, Update not allowed");

            page.locator("#q").fill("partn");
            page.getByText("matching areas shown").waitFor();
            assertThat(page.url()).contains("?q=partn");
            choose(page, "Read Partners", "Allow");
            bar(page, "2 unsaved changes.");
            page.locator("#q").fill("");
            page.locator("#areas .pg").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            page.locator("#show-changed").click();
            page.getByText("2 of 2 matching areas shown").waitFor();
            window.assertNoViolations();
            page.getByText("Discard").click();
            assertThat(page.locator(BAR).textContent()).contains("Nothing is changed yet");
        }
    }

    @Test
    void whoeverLeavesUnsavedChoicesIsAskedAndNobodyElse() {
        var group = make(ada, List.of(allow("cockpit/Users", "read"), allow("cockpit/Groups")));
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/groups/" + group);
            var asked = new ArrayList<String>();
            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.dismiss();
            });
            page.locator("#views a[href$='/members']").click();
            page.waitForURL("**/members");
            page.locator("#views a").first().click();
            page.waitForURL("**/" + group);
            assertThat(asked).as("nothing was chosen").isEmpty();

            page.getByLabel("Remove the rule on Groups").click();
            bar(page, "1 unsaved change.");
            window.assertNoViolations();
            page.locator("#views a[href$='/members']").click();
            page.waitForCondition(() -> !asked.isEmpty());
            assertThat(asked).containsExactly("beforeunload");
            assertThat(page.url()).contains("/groups/" + group).doesNotContain("/members");

            page.getByText("Review and save").click();
            page.getByText("Back to the choices").click();
            bar(page, "1 unsaved change.");
            page.getByLabel("Keep the rule on Groups").click();
            page.getByText("Nothing is changed yet").waitFor();
            page.getByLabel("Remove the rule on Groups").click();
            bar(page, "1 unsaved change.");
            page.getByText("Review and save").click();
            page.locator("#save").click();
            page.locator("#flash :text('was saved')").first().waitFor();
            choose(page, "Delete Groups", "Allow");
            bar(page, "1 unsaved change.");
            page.getByText("Discard").click();
            page.getByText("Nothing is changed yet").waitFor();
            assertThat(asked).hasSize(1);
        }
        var rules = ada.get("/api/v1/groups/" + group).json().path("rules");
        assertThat(rules.size()).as("the one without any action is gone").isOne();
        assertThat(rules.path(0).path("access").toString()).isEqualTo("[\"read\"]");
    }

    @Test
    void aGroupThatIsDeletedInAnotherTabIsSaidToBeNoMore() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        try (var window = Browser.window(base(), Look.DARK_PHONE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/groups/" + group);
            assertThat(ada.delete("/api/v1/groups/" + group).status()).isEqualTo(204);
            choose(page, "Update Partners", "Deny");
            var told = page.locator("#flash .failed > div");
            told.waitFor();
            assertThat(told.textContent())
                    .contains("There is no such group.", "It was deleted", "Go to Groups")
                    .doesNotContain("connection");
            assertThat(page.locator("#matrix").isVisible())
                    .as("what was chosen")
                    .isTrue();
            window.assertNoViolations();
            window.photograph("matrix-gone");
            page.getByText("Review and save").click();
            page.locator("main h1:text-is('This page is not here')").waitFor();
            assertThat(page.locator("main").textContent()).contains("There is no such group.");
            page.locator("main a[href='/groups']").click();
            page.waitForURL("**/groups");
        }
    }

    @Test
    void whoeverWasSignedOutMeanwhileIsToldSoAndLedBackToTheGroup() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        var grace = panel.signIn(cast.grace);
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            grace.cookies().forEach(window::cookie);
            var page = window.open("/groups/" + group + "?q=partners");
            grace.form("/sign-out", Map.of());
            choose(page, "Update Partners", "Deny");
            var told = page.locator("#flash .failed > div");
            told.waitFor();
            assertThat(told.textContent()).contains("Your session has ended, so nothing was done.");
            assertThat(told.locator("a").getAttribute("href"))
                    .isEqualTo("/sign-in?next=%2Fgroups%2F" + group + "%3Fq%3Dpartners");
        }
    }

    @Test
    void keyboardAloneClosesDeleteOnOneArea() {
        var group = make(ada, "exceptions", GroupForms.ALL, List.of());
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/groups/" + group);
            var keys = page.keyboard();
            var sent = judged(page);
            tabUntil(page, "document.activeElement.name === 'default.delete'");
            keys.press("Space");
            bar(page, "1 unsaved change.");
            assertThat(sent.getLast()).contains("default.delete=nothing").doesNotContain("default.create", "=allow");
            assertThat(result(page, "Partners")).contains("Delete not allowed");
            assertThat(page.locator("#r-default [role=img]").getAttribute("aria-label"))
                    .contains("Delete not allowed");
            keys.press("Space");
            page.getByText("Nothing is changed yet").waitFor();
            assertThat(result(page, "Partners")).contains("Delete allowed");
            keys.press("/");
            keys.type("partners");
            page.getByText("matching areas shown").waitFor();
            tabTo(page, "Delete Partners");
            keys.press("ArrowRight");
            bar(page, "1 unsaved change.");
            assertThat(page.evaluate("() => document.activeElement.value")).isEqualTo("deny");
            tabUntil(page, "document.activeElement.textContent === 'Review and save'");
            keys.press("Enter");
            page.locator("#save").waitFor();
            tabUntil(page, "document.activeElement.id === 'save'");
            keys.press("Enter");
            page.locator("#flash :text('was saved')").first().waitFor();
        }
        var rules = ada.get("/api/v1/groups/" + group).json().path("rules");
        assertThat(rules.size()).isOne();
        assertThat(rules.path(0).path("effect").asString()).isEqualTo("deny");
        assertThat(rules.path(0).path("access").toString()).isEqualTo("[\"delete\"]");
    }

    @Test
    void withoutScriptChoicesSurviveFilterPresetAndFoldingUntilTheyAreSaved() {
        var group = make(ada, List.of(allow("cockpit/Users", "read")));
        try (var window = Browser.windowWithoutScript(base(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/groups/" + group);
            page.locator("#facets details summary").click();
            page.getByText("What a reseller needs").click();
            assertThat(page.locator(BAR).textContent()).contains("unsaved changes.");
            page.locator("#fold-cockpit").click();
            assertThat(radio(page, "Read Groups", "Deny").count()).isZero();
            page.locator("#q").fill("groups");
            page.keyboard().press("Enter");
            choose(page, "Read Groups", "Deny");
            page.locator(".given [type=checkbox][name='default.read']").check();
            page.locator("#show-changed").click();
            assertThat(page.locator("[name^='c.']").count()).isPositive();
            assertThat(page.locator(".given :checked").count()).as("chips").isOne();
            page.getByText("Review and save").click();
            assertThat(page.locator("main").textContent()).contains("Deny cockpit/Groups", "Allow cockpit/Partners");
            page.locator("#save").click();
            assertThat(page.locator("#flash").textContent()).contains("was saved");
        }
        var saved = ada.get("/api/v1/groups/" + group).json();
        assertThat(saved.path("rules").toString()).contains("\"deny\"").contains("[\"create\",\"read\",\"update\"]");
        assertThat(saved.path("defaultAccess").toString()).isEqualTo("[\"read\"]");
    }

    /** What the page asks about its choices, as it is sent. */
    private static List<String> judged(Page page) {
        var sent = new ArrayList<String>();
        page.onRequest(request -> {
            if (request.method().equals("POST") && parameters(request).contains("do=judge")) {
                sent.add(parameters(request));
            }
        });
        return sent;
    }

    private static void bar(Page page, String text) {
        page.locator(BAR + " b:text-is('" + text + "')").waitFor();
    }

    private static void choose(Page page, String cell, String choice) {
        radio(page, cell, choice).focus();
        page.keyboard().press("Space");
    }

    private static Locator radio(Page page, String cell, String choice) {
        return page.locator("[role=radiogroup][aria-label='" + cell + "'] input[aria-label='" + choice + "']");
    }

    private static String result(Page page, String area) {
        var row = page.locator("tr", new Page.LocatorOptions().setHas(page.locator("th bdi:text-is('" + area + "')")));
        return row.locator("[role=img]").getAttribute("aria-label");
    }

    private static void tabTo(Page page, String cell) {
        tabUntil(page, "document.activeElement.closest('[role=radiogroup]')?.ariaLabel === '" + cell + "'");
    }

    private static void tabUntil(Page page, String condition) {
        for (var press = 0; press < 120; press++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate("() => " + condition))) {
                return;
            }
        }
        throw new AssertionError("the Tab key never led there: " + condition);
    }

    private static String parameters(Request request) {
        var data = request.postData();
        return data == null ? "" : data;
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

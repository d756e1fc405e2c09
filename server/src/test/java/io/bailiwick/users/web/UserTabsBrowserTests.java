package io.bailiwick.users.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tabs on the page of a user in a browser: in every look, live, without script, and by keyboard alone. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserTabsBrowserTests {
    private final Cast cast;
    private final Panel panel;
    private Cast.Person person;
    private Map<String, String> cookies;

    @Autowired
    UserTabsBrowserTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
    }

    @BeforeAll
    void settle() {
        var ada = panel.signIn(cast.ada);
        cookies = ada.cookies();
        person = cast.extra("Samuel Adeyemi");
        panel.signIn(person);
        panel.signIn(person);
        var path = "/api/v1/users/" + person.id();
        ada.patch(
                path,
                Map.of(
                        "dataAccess",
                        Map.of("mode", "selected", "partners", List.of("acme", "globex")),
                        "permissions",
                        List.of("jobs", "issue-comments"),
                        "groups",
                        List.of(cast.desk.toString())));
        ada.patch(
                path, Map.of("network", List.of("127.", "192.0.2.0/24", "2001:db8::/32"), "timeZone", "Europe/Berlin"));
        ada.patch(path, Map.of("name", "Samuel O. Adeyemi", "sharedTickets", true));
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithAnyTab(Look look) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("user-access", "/users/" + person.id());
        pages.put("user-access-reseller", "/users/" + cast.rolf.id());
        pages.put("user-access-self", "/users/" + cast.ada.id());
        pages.put("user-sign-in", "/users/" + person.id() + "/sign-in");
        pages.put("user-sessions", "/users/" + person.id() + "/sessions");
        pages.put("user-sessions-none", "/users/" + cast.dora.id() + "/sessions");
        pages.put("user-history", "/users/" + person.id() + "/history");
        try (var window = open(look)) {
            pages.forEach((name, path) -> {
                var opened = window.open(path);
                assertThat(opened.locator(".views [aria-current]"))
                        .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(0.9));
                window.photograph(name);
                window.assertNoViolations();
            });
            var page = window.open("/users/" + person.id() + "/sign-in");
            page.locator("#network").fill("10.0.0.0/8\nnonsense\n192.0.2.1/33");
            page.locator("#probe").fill("10.1.1.1");
            assertThat(page.locator("#meanings")).containsText("10.1.1.1 is let in, by line 1.");
            assertThat(page.locator("#meanings")).containsText("would be shut out at once");
            assertThat(page.locator("#says")).containsText("shut out");
            window.photograph("user-sign-in-typing");
            window.assertNoViolations();
            page.locator("form .f .btn.pri").click();
            page.locator("#network-error").waitFor();
            window.photograph("user-sign-in-refused");
            window.assertNoViolations();
            page = window.open("/users/" + person.id());
            page.locator("input[name=role][value=partner]").check();
            assertThat(page.locator("#outcome")).containsText("Cannot be granted to the role Partner");
            window.photograph("user-access-partner");
            window.assertNoViolations();
            page = window.open("/users/new");
            page.locator("input[name=role][value=administrator]").check();
            assertThat(page.locator("#outcome")).containsText("Comes with the role Administrator");
            window.photograph("users-new-administrator");
            window.assertNoViolations();
        }
    }

    @Test
    void impossibleChoicesStayFocusableAndCannotBeTaken() {
        try (var window = open(Look.LIGHT_WIDE)) {
            var page = window.open("/users/" + person.id());
            page.locator("input[name=role][value=partner]").check();
            var jobs = page.locator("input[name=partnerPermissions][value=jobs]");
            jobs.focus();
            assertThat(jobs).isFocused();
            page.keyboard().press("Space");
            assertThat(jobs).not().isChecked();
        }
    }

    @Test
    void aUserIsEditedAndDeletedByKeyboardAlone() {
        var doomed = cast.extra("Keyboard Edited");
        try (var window = open(Look.LIGHT_WIDE)) {
            var page = window.open("/users/" + doomed.id());
            tabTo(page, "input[name=role]:checked");
            page.keyboard().press("ArrowLeft");
            assertThat(page.locator("input[name=role][value=partner]")).isChecked();
            page.keyboard().press("ArrowRight");
            tabTo(page, "input[name=dataAccess][value=none]");
            page.keyboard().press("ArrowRight");
            tabTo(page, "form .f .btn.pri");
            page.keyboard().press("Enter");
            page.getByText("Changes to Keyboard Edited are saved.").waitFor();
            assertThat(page.locator(".strip")).containsText("All partners");
            tabTo(page, ".danger a.dng");
            page.keyboard().press("Enter");
            page.waitForURL("**/delete");
            tabTo(page, "main form .btn.dng");
            page.keyboard().press("Enter");
            page.getByText("Keyboard Edited is deleted.").waitFor();
        }
    }

    @Test
    void aUserIsEditedAndDeletedWithoutScript() {
        var doomed = cast.extra("Scriptless Edited");
        try (var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            cookies.forEach(window::cookie);
            var page = window.open("/users/" + doomed.id());
            page.locator("input[name=role][value=partner]").check();
            page.locator("input[name=partner][value=acme]").check();
            page.getByText("Save access").click();
            page.getByText("Changes to Scriptless Edited are saved.").waitFor();
            assertThat(page.locator("#outcome")).containsText("Acme Logistics");
            page.locator("#views a[href$='/sign-in']").click();
            page.locator("#network").fill("127.");
            page.locator("#probe").fill("127.0.0.9");
            page.locator("button[value=network]").click();
            assertThat(page.locator("#meanings")).containsText("127.0.0.9 is let in, by line 1.");
            page.locator("#timeZone").fill("Asia/Tokyo");
            page.locator("form .f .btn.pri").click();
            page.getByText("Changes to Scriptless Edited are saved.").waitFor();
            page.navigate("/users/" + doomed.id());
            page.locator(".danger a.dng").click();
            page.locator("main form .btn.dng").click();
            page.getByText("Scriptless Edited is deleted.").waitFor();
        }
    }

    @Test
    void aLostDeviceIsSignedOutInThreeClicks() {
        var lost = panel.signIn(person);
        var here = panel.signIn(person);
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            here.cookies().forEach(window::cookie);
            var page = window.open("/me");
            page.getByText("End all others").click();
            page.getByText("Every other session has ended.").waitFor();
        }
        org.assertj.core.api.Assertions.assertThat(lost.get("/api/v1/me").status())
                .isEqualTo(401);
        panel.signIn(person);
        panel.signIn(person);
    }

    /** As somebody without a pointer gets there. */
    private static void tabTo(Page page, String selector) {
        for (int turn = 0; turn < 150; turn++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " cannot be reached by keyboard");
    }

    private Browser.Window open(Look look) {
        var window = Browser.window("http://127.0.0.1:" + panel.port(), look);
        cookies.forEach(window::cookie);
        return window;
    }
}

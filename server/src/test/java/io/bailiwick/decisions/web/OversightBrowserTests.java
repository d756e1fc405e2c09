package io.bailiwick.decisions.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** The pages that say what somebody may do, who may do something, and where two differ, in a browser. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OversightBrowserTests {
    private final Cast cast;
    private final Panel panel;
    private Map<String, String> cookies;
    private String users;
    private String wardens;

    @Autowired
    OversightBrowserTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
    }

    @BeforeAll
    void settle() {
        var ada = panel.signIn(cast.ada);
        cookies = ada.cookies();
        users = AreaIds.inPanel(ada, "Users");
        wardens = ada.post(
                        "/api/v1/groups",
                        Map.of(
                                "name",
                                "Wardens",
                                "rules",
                                List.of(
                                        Map.of(
                                                "area",
                                                "cockpit/Users",
                                                "access",
                                                List.of("read", "update"),
                                                "effect",
                                                "allow"),
                                        Map.of(
                                                "area",
                                                "cockpit/Groups",
                                                "access",
                                                List.of("delete"),
                                                "effect",
                                                "deny"))))
                .json()
                .path("id")
                .asString();
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithAnyPage(Look look) {
        var pages = new LinkedHashMap<String, String>();
        pages.put("access-limited", "/users/" + cast.rita.id() + "/access");
        pages.put("access-disabled", "/users/" + cast.dora.id() + "/access?show=open");
        pages.put("access-me", "/me/access");
        pages.put("who-may-partner", "/areas/" + users + "/users?action=read&partner=acme");
        pages.put("who-may-nobody", "/areas/" + users + "/users?action=read&partner=umbrella");
        pages.put("who-may-wrong", "/areas/" + users + "/users?action=read&partner=nothing");
        pages.put("compare-users", "/users/" + cast.rita.id() + "/compare?with=" + cast.sami.email());
        pages.put("compare-all", "/users/" + cast.rita.id() + "/compare?with=" + cast.kim.id() + "&all=true");
        pages.put("compare-groups", "/groups/" + wardens + "/compare?with=" + cast.desk);
        pages.put("area-with-who-may", "/areas/" + users);
        try (var window = open(look)) {
            pages.forEach((name, path) -> {
                window.open(path);
                window.photograph(name);
                window.assertNoViolations();
            });
        }
    }

    @Test
    void areasAreFilteredWhileTyping() {
        try (var window = open(Look.LIGHT_WIDE)) {
            var page = window.open("/users/" + cast.rita.id() + "/access");
            page.locator("#q").fill("outgoing mail");
            assertThat(page.locator("#results tbody th[scope=row]")).hasCount(1);
            assertThat(page.locator("#results")).containsText("Role: closed to whoever has a reseller.");
            page.locator("#q").fill("");
            assertThat(page.locator("#results")).containsText("no group allows it");
        }
    }

    @Test
    void twoTickedInTheListAreLaidSideBySide() {
        try (var window = open(Look.LIGHT_WIDE)) {
            var page = window.open("/users?q=deskin,hopper");
            page.locator("tbody input[type=checkbox]").nth(0).check();
            page.locator("tbody input[type=checkbox]").nth(1).check();
            page.getByText("Compare two").click();
            page.waitForURL("**/compare?with=*");
            assertThat(page.locator("main")).containsText(cast.kim.name());
            assertThat(page.locator("main")).containsText(cast.grace.name());
            assertThat(page.locator("main")).containsText("What each may do");
        }
    }

    @Test
    void whoMayIsAskedAnewWithoutScript() {
        try (var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            cookies.forEach(window::cookie);
            var page = window.open("/areas/" + users);
            page.getByText("Who may use this area").click();
            assertThat(page.locator("h1")).containsText("Who may read Users");
            page.locator("#action").selectOption("delete");
            page.locator("#partner").fill("acme");
            page.getByText("Show who").click();
            assertThat(page.locator("h1")).containsText("Who may delete in Users");
            assertThat(page.locator("#results")).containsText(cast.ada.name());
            assertThat(page.locator("#results")).not().containsText(cast.kim.name());
        }
    }

    private Browser.Window open(Look look) {
        var window = Browser.window("http://127.0.0.1:" + panel.port(), look);
        cookies.forEach(window::cookie);
        return window;
    }
}

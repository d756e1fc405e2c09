package io.bailiwick.users.web;

import com.microsoft.playwright.Page;
import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of users and of oneself in a browser: nothing for axe to find, and they can be used. */
@PanelTest
class UserPagesBrowserTests {
    private final Cast cast;
    private final Panel panel;

    @Autowired
    UserPagesBrowserTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithAnyPage(Look look) {
        var visitor = panel.signIn(cast.ada);
        var pages = Map.of(
                "users", "/users",
                "users-none", "/users?q=nobody-at-all",
                "users-new", "/users/new",
                "user-password", "/users/" + cast.sami.id() + "/password",
                "user-delete", "/users/" + cast.sami.id() + "/delete",
                "me", "/me",
                "me-password", "/me/password");
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), look)) {
            visitor.cookies().forEach(window::cookie);
            pages.forEach((name, path) -> {
                window.open(path);
                window.photograph(name);
                window.assertNoViolations();
            });
            window.open("/users/new");
            window.page().locator("form .btn.pri").click();
            window.photograph("users-new-refused");
            window.assertNoViolations();
        }
    }

    @Test
    void aUserIsCreatedAndFoundByKeyboardAlone() {
        var visitor = panel.signIn(cast.ada);
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            visitor.cookies().forEach(window::cookie);
            var page = window.open("/users/new");
            tabTo(page, "#name");
            page.keyboard().type("Keyboard Only");
            page.keyboard().press("Tab");
            page.keyboard().type("keyboard.only@northgate.example");
            tabTo(page, "#password");
            page.keyboard().type("gravel orchid lantern 47");
            page.keyboard().press("Enter");
            page.waitForURL("**/users/*-*");
            page.navigate("/users");
            page.keyboard().press("/");
            page.keyboard().type("keyboard.only");
            page.waitForURL("**q=keyboard.only*");
            page.getByText("1 person")
                    .or(page.getByText("One person matches"))
                    .first()
                    .waitFor();
            if (page.locator("#results tbody tr").count() != 1) {
                throw new AssertionError("one row was expected");
            }
        }
    }

    @Test
    void whatGoesWithARoleFollowsTheRoleWithoutScript() {
        var visitor = panel.signIn(cast.ada);
        try (var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            visitor.cookies().forEach(window::cookie);
            var page = window.open("/users/new");
            for (var role : List.of("partner", "administrator", "normal")) {
                page.locator("input[name=role][value=" + role + "]").check();
                for (var other : List.of("partner", "administrator", "normal")) {
                    if (page.locator(".for-role." + other).isVisible() != other.equals(role)) {
                        throw new AssertionError("with " + role + " chosen, what is for " + other);
                    }
                }
            }
        }
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
}

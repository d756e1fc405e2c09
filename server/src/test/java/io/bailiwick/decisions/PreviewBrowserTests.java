package io.bailiwick.decisions;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A form says what it would do while it is filled in, its button says it too, and without script a page does. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreviewBrowserTests {
    private final Office office;
    private final Panel panel;

    @Autowired
    PreviewBrowserTests(ApplicationContext context, Panel panel) {
        this.office = new Office(context, "Preview Browser");
        this.panel = panel;
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void theButtonSaysWhatSavingDoes(Look look) {
        try (var window = signedIn(Browser.window(base(), look))) {
            window.open("/areas/" + office.orders);
            window.page().locator("[name=gate][value=administration]").check();
            says(window, "Save: 2 people lose Read on Orders");
            seen(window, "preview-area");
            window.open("/partners/acme");
            window.page().locator("#reseller").selectOption("north");
            says(window, "Save: 2 people come to see data of acme");
            seen(window, "preview-partner");
            window.open("/users/" + office.fay.id());
            window.page().locator("[name=dataAccess][value=all]").check();
            says(window, "Save: 1 person comes to see data of acme");
            seen(window, "preview-user");
            window.page().locator("button[formaction$=review]").click();
            window.page().waitForURL("**/review");
            seen(window, "preview-review");
        }
    }

    @Test
    void withoutScriptAPageDoes() {
        try (var window = signedIn(Browser.windowWithoutScript(base(), Look.LIGHT_WIDE))) {
            window.open("/areas/" + office.orders);
            window.page().locator("[name=gate][value=staff]").check();
            window.page().locator("button[formaction$=review]").click();
            assertThat(window.page().locator(".sentence")).hasText("Nobody gains or loses anything");
            window.page().locator("form.card .btn.pri").click();
            assertThat(window.page()).hasURL(base() + "/areas/" + office.orders);
            assertThat(window.page().locator("[name=gate][value=staff]")).isChecked();
        }
    }

    private static void says(Window window, String text) {
        assertThat(window.page().locator("#says")).hasText(text);
    }

    private static void seen(Window window, String name) {
        window.photograph(name);
        window.assertNoViolations();
    }

    private Window signedIn(Window window) {
        panel.as(office.ada).cookies().forEach(window::cookie);
        return window;
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

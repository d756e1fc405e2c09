package io.bailiwick.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = UiTestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bailiwick.development=true")
class FrameTests {
    @LocalServerPort
    private int port;

    @Test
    void controlKGoesToAPageByTyping() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/styleguide?show=frame");
            page.keyboard().press("Control+k");
            page.keyboard().type("sear");
            window.photograph("jump");
            window.assertNoViolations();
            page.keyboard().press("Enter");
            page.waitForURL("**/styleguide");
        }
    }

    @Test
    void whatIsTypedInGoToCanBeSearchedAmongPeople() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/styleguide?show=frame");
            page.locator(".kbdbtn").click();
            page.keyboard().type("dana & co");
            var link = page.locator("#jump [data-search] a");
            assertThat(link.getAttribute("href")).isEqualTo("/users?q=dana%20%26%20co");
            page.keyboard().press("Escape");
            assertThat(page.locator("#jump").isVisible()).isFalse();
        }
    }

    @Test
    void questionMarkShowsTheShortcutsAndEscapeClosesThem() {
        try (var window = window(Look.DARK_PHONE)) {
            var page = window.open("/styleguide?show=frame");
            page.keyboard().press("?");
            assertThat(page.locator("#help").isVisible()).isTrue();
            window.photograph("help");
            window.assertNoViolations();
            page.keyboard().press("Escape");
            assertThat(page.locator("#help").isVisible()).isFalse();
        }
    }

    @Test
    void theThemeChosenIsKeptWithoutAFlash() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/styleguide");
            page.locator("[data-behaviour=theme] button").click();
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
            page.reload();
            assertThat(page.content()).contains("data-theme=\"dark\"");
        }
    }

    @Test
    void dialogsMenuAndThemeWorkWithoutScript() {
        try (var window = Browser.windowWithoutScript("http://localhost:" + port, Look.DARK_PHONE)) {
            var page = window.open("/styleguide?show=answers");
            page.getByText("Delete", new Page.GetByTextOptions().setExact(true)).click();
            assertThat(page.locator("#sure").isVisible()).isTrue();
            page.locator("#sure .icobtn").click();
            assertThat(page.locator("#sure").isVisible()).isFalse();
            page.locator(".burger").click();
            assertThat(page.locator("#side").isVisible()).isTrue();
            page.keyboard().press("Escape");
            page.locator("[data-behaviour=theme] button").click();
            page.waitForURL("**/styleguide?show=answers");
            assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
        }
    }

    @Test
    void typingInTheSearchKeepsTheFocusAndChangesTheAddress() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/styleguide");
            page.keyboard().press("/");
            page.keyboard().type("dana");
            page.waitForURL("**/styleguide?q=dana&partner=acme");
            assertThat(page.evaluate("() => document.activeElement.id")).isEqualTo("q");
            page.keyboard().press("Escape");
            page.waitForURL("**/styleguide?partner=acme");
            assertThat(page.locator("#q").inputValue()).isEmpty();
            window.assertNoViolations();
        }
    }

    @Test
    void choosingAFacetUpdatesTheListAndItsName() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/styleguide");
            page.getByText("Status").first().click();
            page.locator("label", new Page.LocatorOptions().setHasText("Locked"))
                    .first()
                    .click();
            page.waitForURL("**/styleguide?status=locked**");
            assertThat(page.locator("summary").first().innerText()).contains("Status: Locked");
        }
    }

    @Test
    void aListToChooseFromIsNarrowedByTyping() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/styleguide?show=forms");
            page.locator("#partners-find").fill("partner 39");
            assertThat(page.locator("#partners .perm label:visible").count()).isEqualTo(1);
            page.locator("#partners .perm label:visible").click();
            assertThat(page.locator("#partners .pick-foot").innerText()).isEqualTo("3 chosen");
        }
    }

    @Test
    void whatIsLockedStaysAsItIs() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/styleguide?show=forms");
            page.locator("input[value=administrator]").evaluate("input => input.click()");
            assertThat(page.locator("input[value=administrator]").isChecked()).isFalse();
            assertThat(page.locator("input[value=normal]").isChecked()).isTrue();
        }
    }

    @Test
    void selectingAllShowsHowMany() {
        try (var window = window(Look.DARK_PHONE)) {
            var page = window.open("/styleguide");
            page.locator("td.ck input").first().check();
            assertThat(page.locator(".bulk").isVisible()).isTrue();
            assertThat(page.locator(".bulk strong").innerText()).isEqualTo("1 selected");
            window.photograph("bulk");
            window.assertNoViolations();
        }
    }

    @Test
    void theMenuOnAPhoneIsAccessible() {
        try (var window = window(Look.DARK_PHONE)) {
            var page = window.open("/styleguide?show=frame");
            page.locator(".burger").click();
            page.locator("#side").waitFor();
            window.photograph("burger");
            window.assertNoViolations();
        }
    }

    private Window window(Look look) {
        return Browser.window("http://localhost:" + port, look);
    }
}

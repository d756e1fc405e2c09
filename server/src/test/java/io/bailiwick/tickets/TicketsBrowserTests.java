package io.bailiwick.tickets;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PanelTest
class TicketsBrowserTests {
    private final Panel panel;
    private final Writers writers;

    @Autowired
    TicketsBrowserTests(Panel panel, Cast cast, JdbcClient jdbc) {
        this.panel = panel;
        writers = new Writers(panel, cast, jdbc);
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void aTicketIsOpenedWithAFileAnsweredAndClosed(Look look) {
        var writer = writers.writer("Tess " + look.name().charAt(0), "normal", null, false);
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), look)) {
            writer.visitor().cookies().forEach(window::cookie);
            var page = window.open("/tickets");
            photographed(window, "tickets-empty");
            page = window.open("/tickets/new");
            button(page, "Open ticket");
            assertThat(page.locator("#subject-error")).containsText("1 to 150");
            photographed(window, "tickets-new");
            page.locator("#subject").fill("Calls to Oslo fail");
            page.locator("#text").fill("Since noon.\n\nNumbers 47…");
            page.locator("#files")
                    .setInputFiles(new FilePayload("trace.txt", "text/plain", "503".getBytes(StandardCharsets.UTF_8)));
            button(page, "Open ticket");
            assertThat(page.locator("#flash")).containsText("The ticket is open");
            assertThat(page.locator("ol.past a")).containsText("trace.txt");
            page.locator("#text").fill("It works again.");
            button(page, "Send reply");
            assertThat(page.locator("ol.past > li")).hasCount(2);
            button(page, "Close ticket");
            assertThat(page.locator("h1")).containsText("Closed");
            photographed(window, "tickets-one");
            page = window.open("/tickets?q=oslo");
            assertThat(page.locator("#results tbody tr")).hasCount(1);
            photographed(window, "tickets-list");
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void photographed(Browser.Window window, String name) {
        window.photograph(name);
        window.assertNoViolations();
    }
}

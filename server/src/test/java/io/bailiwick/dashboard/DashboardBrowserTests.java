package io.bailiwick.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import io.bailiwick.flows.Plant;
import io.bailiwick.security.Town;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The charts in a browser: drawn, drawn anew in place, and tables without them. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DashboardBrowserTests {
    private static final String INKED = """
            canvas => {
              const dots = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
              return dots.some(each => each > 0);
            }
            """;

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Visitor mayor;
    private Plant plant;

    @BeforeAll
    void settle() {
        mayor = panel.signIn(town.quarter("Charted").mayor());
        plant = new Plant(mayor);
        plant.everything(panel.visitor());
    }

    @Test
    void chartsAreDrawnAndDrawnAnewInTheirPlace() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/dashboard");
            page.locator("#of-by-time").waitFor(attached());
            for (var canvas : page.locator("canvas").all()) {
                if (canvas.isVisible()) {
                    assertThat(canvas.evaluate(INKED)).isEqualTo(true);
                }
            }
            assertThat(page.locator("canvas:visible").count()).isGreaterThanOrEqualTo(4);
            window.assertNoViolations();
            window.photograph("dashboard");
            page.evaluate("() => { document.querySelector('canvas').kept = true; }");
            var before = page.locator("#now dd b").first().textContent();
            plant.await(plant.accepted(panel.visitor(), "gate", "orders", "again"), "failed");
            page.evaluate("() => htmx.trigger('#figures', 'refresh')");
            page.waitForFunction("""
                    before => {
                      const canvas = document.querySelector("canvas");
                      const drawn = Chart.getChart(canvas).data.datasets[1].data.reduce((a, b) => a + b);
                      return canvas.kept && drawn === Number(before) + 1;
                    }
                    """, before);
            assertThat(page.locator("#now dd b").first().textContent())
                    .isEqualTo(String.valueOf(Integer.parseInt(before) + 1));
        }
        try (var window = window(Look.DARK_PHONE)) {
            window.open("/dashboard?period=30d");
            window.assertNoViolations();
            window.photograph("dashboard");
        }
    }

    @Test
    void tablesTakeThePlaceOfChartsWhereOneWantsThem() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/dashboard?period=7d");
            page.getByText("Show as tables").click();
            page.waitForURL("**/dashboard?period=7d&view=tables");
            assertThat(page.locator("canvas").count()).isZero();
            assertThat(page.locator("#of-by-partner td").first().isVisible()).isTrue();
            window.assertNoViolations();
            window.photograph("dashboard-tables");
        }
        try (var window = Browser.windowWithoutScript(base(), Look.DARK_PHONE)) {
            mayor.cookies().forEach(window::cookie);
            var page = window.open("/dashboard");
            assertThat(page.locator(".plot:visible").count()).isZero();
            assertThat(page.locator("#of-by-partner td").first().boundingBox().height)
                    .isGreaterThan(10);
        }
    }

    private static Locator.WaitForOptions attached() {
        return new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
    }

    private Window window(Look look) {
        var window = Browser.window(base(), look);
        mayor.cookies().forEach(window::cookie);
        return window;
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

package io.bailiwick.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import io.bailiwick.flows.Plant;
import io.bailiwick.security.Town;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of flows and activity in a browser. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActivityBrowserTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Visitor mayor;
    private Visitor newcomer;
    private Map<String, String> ids = Map.of();

    @BeforeAll
    void settle() {
        mayor = panel.signIn(town.quarter("Seen").mayor());
        newcomer = panel.signIn(town.quarter("Unseen").mayor());
        var plant = new Plant(mayor);
        ids = plant.everything(panel.visitor());
        plant.folderPoint("drop");
        plant.folderEndpoint("archive");
        mayor.post(
                "/api/v1/issues/" + ids.get("issues") + "/comments", Map.of("text", "The server was moved.\nI ask."));
    }

    @Test
    void everyPageIsAccessible() {
        var pages = new LinkedHashMap<String, String>();
        pages.put("endpoint", "/endpoints/" + ids.get("endpoints"));
        pages.put("endpoint-new", "/endpoints/new");
        pages.put("endpoint-folder", "/endpoints/archive");
        pages.put("access-point-folder", "/access-points/drop");
        pages.put("reprocess-all", "/messages/reprocess/matching");
        pages.put("access-point", "/access-points/" + ids.get("access-points"));
        pages.put("data-flows", "/data-flows");
        pages.put("data-flow", "/data-flows/" + ids.get("data-flows"));
        pages.put("engine", "/engine");
        pages.put("messages", "/messages");
        pages.put("message", "/messages/" + ids.get("messages"));
        pages.put("job", "/jobs/" + ids.get("jobs"));
        pages.put("issues", "/issues");
        pages.put("issue", "/issues/" + ids.get("issues"));
        pages.put("reprocess", "/messages/reprocess/" + ids.get("reprocess"));
        try (var window = window(Look.LIGHT_WIDE, mayor)) {
            look(window, pages);
        }
        try (var window = window(Look.LIGHT_WIDE, newcomer)) {
            look(window, Map.of("messages-empty", "/messages"));
        }
        pages.keySet().retainAll(Set.of("messages", "message", "issue", "data-flow", "endpoint-folder"));
        try (var window = window(Look.DARK_PHONE, mayor)) {
            look(window, pages);
            var page = window.open("/access-points/new");
            page.locator("#name").fill("Sent from a phone");
            page.locator("#key").fill("phone");
            page.locator("main form .btn.pri").click();
            assertThat(page.locator("main pre").textContent()).contains("curl");
            window.assertNoViolations();
        }
    }

    private static void look(Window window, Map<String, String> pages) {
        pages.forEach((name, path) -> {
            window.open(path);
            window.assertNoViolations();
            window.photograph("activity-" + name);
        });
    }

    @Test
    void anIssueIsTalkedAboutWithoutScript() {
        try (var window = Browser.windowWithoutScript(base(), Look.LIGHT_WIDE)) {
            mayor.cookies().forEach(window::cookie);
            var page = window.open("/issues/" + ids.get("issues"));
            page.locator("#text").fill("Without script");
            page.getByText("Comment", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#comments").textContent()).contains("Without script", "I ask.");
        }
    }

    private Window window(Look look, Visitor who) {
        var window = Browser.window(base(), look);
        who.cookies().forEach(window::cookie);
        return window;
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

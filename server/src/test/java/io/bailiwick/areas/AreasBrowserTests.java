package io.bailiwick.areas;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of applications and areas in a browser: nothing for axe to find, and they can be used. */
@PanelTest
class AreasBrowserTests {
    private final Cast cast;
    private final Panel panel;

    @Autowired
    AreasBrowserTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithAnyPage(Look look) {
        var ada = panel.as(cast.ada);
        var key = "browser-" + Long.toString(System.nanoTime(), 36);
        var carrier = application(ada, "Carrier", key);
        assertThat(ada.post("/api/v1" + carrier + "/openapi", new String(Documents.twilio(), StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(200);
        var empty = application(ada, "Empty shop", key + "-empty");
        var area = "/areas/"
                + ada.get("/api/v1/areas?q=Calls.json&application=" + key)
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        var builtIn = "/areas/"
                + ada.get("/api/v1/areas?q=Users&application=cockpit")
                        .json()
                        .path("items")
                        .get(0)
                        .path("id")
                        .asString();
        var pages = new LinkedHashMap<String, String>();
        pages.put("applications", "/applications");
        pages.put("applications-new", "/applications/new");
        pages.put("application", carrier);
        pages.put("application-empty", empty);
        pages.put("application-delete", carrier + "/delete");
        pages.put("areas", "/areas?application=" + key);
        pages.put("areas-none", "/areas?q=no-such-path");
        pages.put("areas-new", "/areas/new?application=" + key);
        pages.put("area", area);
        pages.put("area-builtin", builtIn);
        pages.put("area-delete", area + "/delete");
        try (var window = window(ada, look)) {
            pages.forEach((name, path) -> look(window, path, name));
            if (look == Look.DARK_PHONE) {
                window.open("/areas?application=" + key);
                var cut = "lines => lines.filter(line => line.scrollWidth > line.clientWidth).length";
                assertThat(window.page().locator(".paths li").evaluateAll(cut))
                        .as("paths that a phone cuts off where they begin to differ")
                        .isEqualTo(0);
            }
            window.open("/areas/new?application=" + key);
            window.page().locator("#paths").fill("orders\n/a/{b}{c}");
            window.page().getByText("Create area").click();
            window.photograph("areas-new-refused");
            window.assertNoViolations();
            send(window, empty);
            window.photograph("import");
            window.assertNoViolations();
        }
        assertThat(ada.delete("/api/v1" + carrier).status()).isEqualTo(204);
        assertThat(ada.delete("/api/v1" + empty).status()).isEqualTo(204);
    }

    @Test
    void documentIsImportedWithoutScript() {
        var ada = panel.as(cast.ada);
        var shop = application(ada, "No script", "script-" + Long.toString(System.nanoTime(), 36));
        try (var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            send(window, shop);
            window.page()
                    .getByText("Import", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                    .last()
                    .click();
            window.page().waitForURL("**" + shop);
            assertThat(window.page().content()).contains("73 areas", "Imported 121 paths");
        }
    }

    private static void look(Window window, String path, String name) {
        window.open(path);
        window.photograph(name);
        window.assertNoViolations();
    }

    private static void send(Window window, String application) {
        window.open(application);
        window.page().locator("#file").setInputFiles(Path.of("src/test/resources/openapi/twilio_api_v2010.json"));
        window.page().getByText("Look at what it changes").click();
        window.page().waitForURL("**/openapi/*");
    }

    private Window window(Visitor visitor, Look look) {
        var window = Browser.window("http://127.0.0.1:" + panel.port(), look);
        visitor.cookies().forEach(window::cookie);
        return window;
    }

    private static String application(Visitor ada, String name, String key) {
        var made = ada.post("/api/v1/applications", Map.of("name", name, "key", key));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.header("Location").substring("/api/v1".length());
    }
}

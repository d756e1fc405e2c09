package io.bailiwick.ui;

import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = UiTestServer.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "bailiwick.development=true")
class StyleguideTests {
    private static final String[] SHEETS = {
        "/styleguide?show=lists",
        "/styleguide?show=forms",
        "/styleguide?show=answers",
        "/styleguide?show=frame",
        "/styleguide/confirm",
        "/styleguide/error?status=403",
        "/styleguide/error?status=403&signedIn=true"
    };

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @EnumSource(Look.class)
    void everyComponentIsAccessibleAndFits(Look look) {
        try (var window = Browser.window("http://localhost:" + port, look)) {
            for (var sheet : SHEETS) {
                window.open(sheet);
                window.photograph("styleguide" + sheet.replaceAll("[^a-z0-9]+", "-"));
                window.assertNoViolations();
            }
        }
    }
}

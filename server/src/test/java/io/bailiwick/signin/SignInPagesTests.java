package io.bailiwick.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The sign-in page in a browser. */
@PanelTest
class SignInPagesTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @ParameterizedTest
    @EnumSource(Look.class)
    void axeFindsNothing(Look look) {
        try (var window = Browser.window(base(), look)) {
            var page = window.open("/sign-in?next=/users");
            window.photograph("sign-in");
            window.assertNoViolations();
            page.fill("#email", "nobody.looks@people.example");
            page.click("main .btn.pri");
            assertThat(page.locator("#errors").isVisible()).isTrue();
            window.photograph("sign-in-refused");
            window.assertNoViolations();
        }
    }

    @Test
    void signingInAndOutWorksWithoutScript() {
        try (var window = Browser.windowWithoutScript(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/me");
            page.fill("#email", cast.kevin.email());
            page.fill("#password", cast.kevin.password());
            page.click("main .btn.pri");
            assertThat(page.url()).endsWith("/me");
            assertThat(page.content()).contains(cast.kevin.name());
            page.click("form[action='/sign-out'] button");
            assertThat(page.url()).endsWith("/sign-in");
        }
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

package io.bailiwick.resets;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.links.Links;
import io.bailiwick.links.Purpose;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** The ways in, in a browser: nothing for axe to find, and they work without script and by keyboard alone. */
@PanelTest
class EntryBrowserTests {
    private static final String NEW = "lantern gravel orchid 93 violin";

    @Autowired
    private Cast cast;

    @Autowired
    private Panel panel;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Links links;

    @Autowired
    private TransactionOperations transactions;

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithAnyPage(Look look) {
        var person = cast.extra("Bea Browser " + look.name().replace('_', ' '));
        var verification = outbox.last("verification", person.email()).orElseThrow();
        var open = Map.of(
                "sign-in", "/sign-in",
                "forgotten", "/forgotten",
                "forgotten-sent", "/forgotten/sent",
                "reset", "/reset?token=" + token(Purpose.PASSWORD_RESET, person),
                "reset-spent", "/reset?token=x",
                "recover", "/recover?token=" + token(Purpose.RECOVERY, person),
                "verify", "/verify?token=" + verification.token());
        try (var window = Browser.window(base(), look)) {
            open.forEach((name, path) -> look(window, name, path));
            panel.as(cast.ada).cookies().forEach(window::cookie);
            look(window, "user-password-generated", "/users/" + person.id() + "/password?generate=true");
            look(window, "user-unverified", "/users/" + person.id());
            var page = window.open("/users/" + person.id() + "/password");
            page.locator("#password").pressSequentially("short");
            page.locator("#password-rules .broken").first().waitFor();
            window.photograph("user-password-judged");
            window.assertNoViolations();
        }
        try (var window = Browser.window(base(), look)) {
            panel.signIn(person).cookies().forEach(window::cookie);
            look(window, "me-verification", "/me/verification");
            look(window, "me-email", "/me/email");
            look(window, "me-unverified", "/me");
        }
        panel.as(cast.ada).put("/api/v1/users/" + person.id() + "/password", Map.of("password", NEW));
        var due = panel.visitor();
        due.signIn(person.email(), NEW);
        try (var window = Browser.window(base(), look)) {
            due.cookies().forEach(window::cookie);
            look(window, "me-password-due", "/me/password");
            look(window, "refused-password-due", "/users");
        }
    }

    @Test
    void theRulesAreReadOutAsTheyAreMet() {
        var person = cast.extra("Bea Rules");
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/reset?token=" + token(Purpose.PASSWORD_RESET, person));
            assertThat(page.locator("#password-rules .open").count()).isEqualTo(4);
            page.locator("#password").pressSequentially("short");
            page.waitForFunction("() => document.getElementById('say').textContent.startsWith('Not yet')");
            page.fill("#password", "");
            page.locator("#password").pressSequentially(NEW);
            page.waitForFunction("() => document.getElementById('say').textContent === 'This password is good.'");
            assertThat(page.locator("#password-rules .met").count()).isEqualTo(4);
        }
    }

    @Test
    void aForgottenPasswordIsSetByTheMailedLink() {
        var person = cast.extra("Bea Forgetful");
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/sign-in");
            page.getByText("Forgotten your password?").click();
            page.fill("#email", person.email());
            page.click("main .btn.pri");
            page.waitForURL("**/forgotten/sent");
            var letter = outbox.await("password-reset", person.email(), 1);
            page.navigate("/reset?token=" + letter.token());
            page.fill("#password", NEW);
            page.fill("#again", NEW);
            page.click("main .btn.pri");
            page.waitForURL("**/sign-in?**");
            page.getByText("Your new password is set").waitFor();
            signIn(page, person, NEW);
            page.locator("a[href='/me']").first().waitFor();
        }
    }

    @Test
    void anAddressIsProvenByTheCode() {
        var person = cast.extra("Bea Proving");
        var code = outbox.last("verification", person.email()).orElseThrow().code();
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            panel.signIn(person).cookies().forEach(window::cookie);
            var page = window.open("/me");
            page.getByText("Enter the code").click();
            page.waitForURL("**/me/verification");
            page.fill("#code", code);
            page.keyboard().press("Enter");
            page.waitForURL("**/me");
            page.getByText("people.example is verified").waitFor();
            assertThat(page.getByText("is not verified yet").count()).isZero();
        }
    }

    @Test
    void theLinkOfTheCommandLineLeadsIn() {
        var person = cast.extra("Bea Locked Out");
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/recover?token=" + token(Purpose.RECOVERY, person));
            page.fill("#password", NEW);
            page.fill("#again", NEW);
            page.click("main .btn.pri");
            page.locator("a[href='/me']").first().waitFor();
            window.assertNoViolations();
        }
    }

    @Test
    void onesOwnAddressIsChangedWithThePassword() {
        var person = cast.extra("Bea Moving");
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            panel.signIn(person).cookies().forEach(window::cookie);
            var page = window.open("/me/email");
            page.fill("#email", "moved." + person.email());
            page.fill("#current", person.password());
            page.click("main .form .btn.pri");
            page.waitForURL("**/me/verification");
            page.getByText("moved." + person.email()).first().waitFor();
            window.assertNoViolations();
        }
        outbox.await("verification", "moved." + person.email(), 1);
    }

    @Test
    void signingInAndChangingThePasswordNeedNoScript() {
        var person = cast.extra("Bea Scriptless");
        try (var window = Browser.windowWithoutScript(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/sign-in");
            signIn(page, person, person.password());
            page.locator("a[href='/me']").first().waitFor();
            page.navigate("/me/password");
            change(page, person);
            page.click("main .form .btn.pri");
            page.waitForURL("**/me");
            page.getByText("Your password is changed").waitFor();
        }
    }

    @Test
    void signingInAndChangingThePasswordNeedNoMouse() {
        var person = cast.extra("Bea Keyboard");
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/sign-in");
            page.locator("#email:focus").waitFor();
            page.keyboard().type(person.email());
            page.keyboard().press("Tab");
            page.keyboard().type(person.password());
            page.keyboard().press("Enter");
            page.locator("a[href='/me']").first().waitFor();
            tabTo(page, "a[href='/me']");
            page.keyboard().press("Enter");
            page.waitForURL("**/me");
            tabTo(page, "a[href='/me/password']");
            page.keyboard().press("Enter");
            page.waitForURL("**/me/password");
            page.locator("#current:focus").waitFor();
            page.keyboard().type(person.password());
            tabTo(page, "#password");
            page.keyboard().type(NEW);
            tabTo(page, "#again");
            page.keyboard().type(NEW);
            page.keyboard().press("Enter");
            page.waitForURL("**/me");
            page.getByText("Your password is changed").waitFor();
        }
    }

    private static void tabTo(Page page, String selector) {
        for (int times = 0; times < 60; times++) {
            if ((Boolean) page.evaluate("wanted => document.activeElement.matches(wanted)", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(selector + " is not reached by Tab");
    }

    private static void change(Page page, Person person) {
        page.fill("#current", person.password());
        page.fill("#password", NEW);
        page.fill("#again", NEW);
    }

    private static void signIn(Page page, Person person, String password) {
        page.fill("#email", person.email());
        page.fill("#password", password);
        page.click("main .btn.pri");
    }

    private static void look(Browser.Window window, String name, String path) {
        window.open(path);
        window.photograph(name);
        window.assertNoViolations();
    }

    private String token(Purpose purpose, Person person) {
        var secret = transactions.execute(status ->
                links.issue(person.account().id(), purpose, person.id(), person.email(), null, Duration.ofHours(1)));
        return Objects.requireNonNull(secret).text();
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

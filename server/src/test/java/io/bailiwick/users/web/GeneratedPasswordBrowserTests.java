package io.bailiwick.users.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** A strong password is made up, filled in and shown once, wherever one is chosen. */
@PanelTest
class GeneratedPasswordBrowserTests {
    private final Cast cast;
    private final Panel panel;
    private final Outbox outbox;
    private final Links links;
    private final TransactionOperations transactions;
    private final String base;

    @Autowired
    GeneratedPasswordBrowserTests(
            Cast cast, Panel panel, Outbox outbox, Links links, TransactionOperations transactions) {
        this.cast = cast;
        this.panel = panel;
        this.outbox = outbox;
        this.links = links;
        this.transactions = transactions;
        base = "http://127.0.0.1:" + panel.port();
    }

    @Test
    void administratorsAndOneselfHaveOneMadeUp() {
        var person = cast.extra("Gene Rated");
        try (var window = Browser.window(base, Look.DARK_PHONE)) {
            panel.as(cast.ada).cookies().forEach(window::cookie);
            for (var path : List.of("/users/new", "/users/" + person.id() + "/password", "/me/password")) {
                generate(window.open(path));
                window.photograph("generated" + path.replaceAll("[^a-z]+", "-"));
                window.assertNoViolations();
            }
        }
    }

    @Test
    void whoComesByALinkHasOneMadeUp() {
        var person = cast.extra("Gene Linked");
        var email = "gene" + UUID.randomUUID() + "@invited.example";
        panel.as(cast.ada).post("/api/v1/invitations", Map.of("emails", List.of(email), "role", "normal"));
        try (var window = Browser.window(base, Look.DARK_PHONE)) {
            generate(window.open("/recover?token=" + token(Purpose.RECOVERY, person)));
            generate(window.open("/invitation?token="
                    + outbox.last("invitation", email).orElseThrow().token()));
            window.photograph("generated-invitation");
            window.assertNoViolations();
            var page = window.open("/reset?token=" + token(Purpose.PASSWORD_RESET, person));
            var password = generate(page);
            window.assertNoViolations();
            page.locator("main .btn.pri").click();
            page.waitForURL("**/sign-in?**");
            panel.visitor().signIn(person.email(), password);
        }
    }

    @Test
    void aNewUserGetsOneWithoutScript() {
        var email = "gene" + UUID.randomUUID() + "@northgate.example";
        try (var window = Browser.windowWithoutScript(base, Look.LIGHT_WIDE)) {
            panel.as(cast.ada).cookies().forEach(window::cookie);
            var page = window.open("/users/new");
            page.locator("#name").fill("Gene Plain");
            page.locator("#email").fill(email);
            page.locator("input[name=role][value=normal]").check();
            page.locator("button[name=find][value=password]").click();
            assertThat(page.locator("#name")).hasValue("Gene Plain");
            var password = page.locator("form code").first().textContent();
            page.locator("form .f .btn.pri").click();
            page.waitForURL("**/users/*-*");
            panel.visitor().signIn(email, password);
        }
    }

    private static String generate(Page page) {
        page.getByText("Generate one").click();
        var code = page.locator("#generated code");
        code.waitFor();
        var password = code.textContent();
        assertThat(page.locator("#password")).hasValue(password);
        if (page.locator("#again").count() > 0) {
            assertThat(page.locator("#again")).hasValue(password);
        }
        assertThat(page.locator("#password-rules .met")).hasCount(4);
        return password;
    }

    private String token(Purpose purpose, Person person) {
        var secret = transactions.execute(status ->
                links.issue(person.account().id(), purpose, person.id(), person.email(), null, Duration.ofHours(1)));
        return Objects.requireNonNull(secret).text();
    }
}

package io.bailiwick.invitations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** People are invited in one browser and accept in another. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InvitationsBrowserTests {
    private static final String PASSWORD = "gravel orchid lantern 7421";

    private final Cast cast;
    private final Panel panel;
    private final Post post;
    private Visitor ada;

    @Autowired
    InvitationsBrowserTests(Cast cast, Panel panel, JdbcClient jdbc, JsonMapper json) {
        this.cast = cast;
        this.panel = panel;
        post = new Post(jdbc, json, cast.northgate.id());
    }

    @BeforeAll
    void signIn() {
        ada = panel.signIn(cast.ada);
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithAnyPage(Look look) {
        var domain = domain();
        try (var window = window(look)) {
            var page = window.open("/users/invite");
            see(window, "invite");
            type(page, mixed(domain), "2 ready");
            see(window, "invite-list");
            page.getByText("Show").or(page.locator(".roll summary")).first().click();
            page.locator("#note").fill("Glad that you join us.\nWe start on Monday.");
            page.getByText("Preview the email").click();
            assertThat(page.locator(".letter")).containsText("Glad that you join us.");
            see(window, "invite-preview");
            page.locator("#invite-send").click();
            assertThat(page.locator("#sent")).containsText("2 people are invited");
            see(window, "invite-sent");
            page.locator("#sent a").first().click();
            assertThat(page.locator("h1")).containsText("Invited");
            see(window, "invite-user");
            page.getByText("Withdraw").click();
            see(window, "invite-withdraw");
        }
        try (var window = Browser.window(base(), look)) {
            window.open("/invitation?token=" + post.token("kim@" + domain));
            see(window, "accept");
            window.page().getByText("Accept and sign in").click();
            assertThat(window.page().locator(".errors, [role=alert]").first()).isVisible();
            see(window, "accept-refused");
            window.open("/invitation?token=none");
            see(window, "accept-dead");
        }
    }

    @Test
    void twentyPeopleAreInvitedInFiveClicksAndOneAccepts() {
        var domain = domain();
        var list = IntStream.range(0, 20)
                .mapToObj(number -> "Person " + (char) ('A' + number) + " <p" + number + "@" + domain + ">")
                .collect(Collectors.joining("; "));
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users");
            var clicks = new int[1];
            click(page.getByText("Invite people", new Page.GetByTextOptions().setExact(true)), clicks);
            page.waitForURL("**/users/invite");
            assertThat(page.locator("#emails")).isFocused();
            type(page, list, "20 ready");
            click(page.locator("input[name=dataAccess][value=selected]"), clicks);
            int more = choose(page, "acme", "globex", clicks);
            click(page.getByText("Invite 20 people"), clicks);
            assertThat(page.locator("#sent")).containsText("20 people are invited");
            assertThat(clicks[0]).isEqualTo(5 + more);
        }
        var found = ada.get("/api/v1/users?q=" + domain).json();
        assertThat(found.path("total").asInt()).isEqualTo(20);
        assertThat(found.path("items").findValuesAsString("role")).containsOnly("normal");
        assertThat(found.path("items")
                        .path(7)
                        .path("dataAccess")
                        .path("partners")
                        .toString())
                .isEqualTo("[\"acme\",\"globex\"]");
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/invitation?token=" + post.token("p3@" + domain));
            assertThat(page.locator("#name")).hasValue("Person D");
            assertThat(page.locator("#timeZone")).not().hasValue("");
            page.locator("#password").fill(PASSWORD);
            page.waitForResponse(
                    "**/invitation/password", () -> page.locator("#password").pressSequentially(" "));
            page.getByText("Accept and sign in").click();
            page.waitForURL(Pattern.compile("http://[^/]+/(?!invitation).*"));
            assertThat(page.getByText("Welcome to Northgate Telecom")).isVisible();
            window.photograph("accepted");
            window.assertNoViolations();
        }
    }

    @Test
    void whatIsTooMuchIsSaidWhereverOneIs() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users/invite");
            type(page, "a@b.example ".repeat(1_001), "at most 1,000");
            window.assertNoViolations();
            page.locator("#emails").fill("omar@globex.example");
            assertThat(page.locator("#roll")).containsText("1 ready");
            assertThat(page.locator("#say")).containsText("1 ready");
            page.locator("#note").fill("x".repeat(1_001));
            page.getByText("Preview the email").click();
            assertThat(page.locator("#errors")).isFocused();
            assertThat(page.locator("#note-error")).isVisible();
            assertThat(page.locator("#emails")).hasValue("omar@globex.example");
            page.locator("#note").fill("Welcome.");
            page.getByText("Preview the email").click();
            assertThat(page.locator("#preview .letter")).containsText("Welcome.");
            assertThat(page.locator("#invite-preview")).isFocused();
        }
    }

    @Test
    void mistakesAreMendedByAClick() {
        var domain = domain();
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users/invite");
            type(page, "kim@" + domain + ".\nomar@gmial.com, " + cast.nora.email(), "2 to fix");
            assertThat(page.locator("#roll")).containsText("already a user");
            page.getByText("Use omar@gmail.com").click();
            assertThat(page.locator("#emails")).hasValue(Pattern.compile("omar@gmail\\.com"));
            assertThat(page.locator("#roll")).containsText("1 to fix");
            page.getByText("Use kim@" + domain).click();
            assertThat(page.locator("#roll")).containsText("2 ready");
            assertThat(page.locator("#invite-send")).containsText("Invite 2 people");
            assertThat(page.locator("#emails")).isFocused();
        }
    }

    @Test
    void allOfItWorksWithoutScript() {
        var domain = domain();
        try (var window = signedIn(Browser.windowWithoutScript(base(), Look.LIGHT_WIDE))) {
            var page = window.open("/users/invite");
            page.locator("#emails").fill("kim@" + domain + "\nlee@" + domain + ",\nomar@" + domain.replace('.', ','));
            page.getByText("Check the list").click();
            assertThat(page.locator("#roll")).containsText("2 ready");
            page.getByText("Use omar@" + domain).click();
            assertThat(page.locator("#roll")).containsText("3 ready");
            page.getByText("Preview the email").click();
            assertThat(page.locator(".letter")).containsText("Ada Lovelace");
            page.getByText("Invite 3 people").click();
            assertThat(page.locator("#sent")).containsText("3 people are invited");
        }
        try (var window = Browser.windowWithoutScript(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/invitation?token=" + post.token("omar@" + domain));
            page.locator("#password").fill(PASSWORD);
            page.locator("#timeZone").fill("Europe/Berlin");
            page.getByText("Accept and sign in").click();
            assertThat(page.getByText("Welcome to Northgate Telecom")).isVisible();
        }
    }

    @Test
    void theKeyboardAloneDoes() {
        var domain = domain();
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users/invite");
            assertThat(page.locator("#emails")).isFocused();
            page.keyboard().insertText("kim@" + domain + " lee@" + domain);
            assertThat(page.locator("#invite-send")).containsText("Invite 2 people");
            tabTo(page, "#invite-send");
            page.keyboard().press("Enter");
            assertThat(page.locator("#sent")).isFocused();
            assertThat(page.locator("#sent")).containsText("2 people are invited");
        }
        try (var window = Browser.window(base(), Look.LIGHT_WIDE)) {
            var page = window.open("/invitation?token=" + post.token("kim@" + domain));
            assertThat(page.locator("#password")).isFocused();
            page.keyboard().type(PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.getByText("Welcome to Northgate Telecom")).isVisible();
        }
    }

    @Test
    void anInvitedUserIsInvitedAgainAndWithdrawn() {
        var email = "kim@" + domain();
        var answer = ada.post("/api/v1/invitations", Map.of("emails", List.of(email), "role", "normal"));
        var id = answer.json().path("items").path(0).path("user").asString();
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users/" + id);
            page.getByText("Send again").click();
            assertThat(page.locator("#flash")).containsText("was sent again");
            window.open("/users?q=" + email);
            page.locator("#results td.m summary").first().click();
            page.getByText("Send the invitation again").click();
            assertThat(page.locator("#flash")).containsText("was sent again");
            window.open("/users/" + id);
            page.getByText("Withdraw").click();
            page.getByText("Withdraw the invitation", new Page.GetByTextOptions().setExact(true))
                    .click();
            assertThat(page.locator("#flash")).containsText("is withdrawn");
        }
    }

    private static void see(Window window, String name) {
        window.photograph(name);
        window.assertNoViolations();
    }

    private static void type(Page page, String list, String verdict) {
        page.locator("#emails").fill(list);
        assertThat(page.locator("#roll")).containsText(verdict);
    }

    /** Chooses two partners; many of them stand in a dialog, which is opened and closed by two clicks more. */
    private static int choose(Page page, String one, String other, int[] clicks) {
        if (page.locator("[data-behaviour=several]").count() == 0) {
            click(page.locator("input[name=partners][value=" + one + "]"), clicks);
            click(page.locator("input[name=partners][value=" + other + "]"), clicks);
            return 0;
        }
        click(
                page.getByText("Select partners", new Page.GetByTextOptions().setExact(true))
                        .first(),
                clicks);
        var dialog = page.locator("dialog[open]");
        for (var key : List.of(one, other)) {
            dialog.locator("input[type=search]").fill(key);
            click(dialog.locator(".perm input[value=" + key + "]"), clicks);
        }
        click(dialog.getByText("Done"), clicks);
        return 2;
    }

    private static void click(Locator place, int[] clicks) {
        place.click();
        clicks[0]++;
    }

    private static void tabTo(Page page, String place) {
        for (int presses = 0; presses < 120; presses++) {
            if ((Boolean) page.evaluate("place => document.activeElement.matches(place)", place)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(place + " cannot be reached by keyboard");
    }

    private Window window(Look look) {
        return signedIn(Browser.window(base(), look));
    }

    private Window signedIn(Window window) {
        ada.cookies().forEach(window::cookie);
        return window;
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }

    private String mixed(String domain) {
        return "Kim Lee <kim@" + domain + ">; omar@" + domain + ", KIM@" + domain + "\n" + cast.nora.email()
                + "\np.larsen@acmelogistics,com lee@gmial.com";
    }

    private static String domain() {
        return "d" + UUID.randomUUID().toString().substring(0, 8) + ".example";
    }
}

package io.bailiwick.users.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.browser.Browser.Window;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of all users in a browser: searching, choosing, selecting, changing many. */
@PanelTest
class UserListBrowserTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;
    private final JdbcClient jdbc;

    @Autowired
    UserListBrowserTests(Cast cast, Panel panel, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void nothingIsWrongInAnyState(Look look) {
        try (var window = window(look)) {
            var page = window.open("/users");
            photographed(window, "people");
            page.locator("#facet-status summary").click();
            photographed(window, "people-facet");
            page.locator("td.ck input").last().check();
            assertThat(page.locator(".bulk .dng")).isInViewport();
            page = window.open("/users?q=dora%20status:lokced");
            photographed(window, "people-wrong");
            page = window.open("/users?q=northgate.example&limit=5");
            page.locator("td.ck input").first().dispatchEvent("click");
            photographed(window, "people-selected");
            page = window.open("/users?q=northgate.example&limit=5&all=matching");
            photographed(window, "people-all");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Delete").setExact(true))
                    .click();
            page.waitForURL("**/users/bulk/delete");
            photographed(window, "people-delete");
            page = window.open("/users?q=nora");
            page.locator("td.ck input").first().dispatchEvent("click");
            page.getByText("Role and data").click();
            page.waitForURL("**/users/bulk/access");
            photographed(window, "people-access");
            page = window.open("/users?q=nora");
            page.locator("td.ck input").first().dispatchEvent("click");
            page.locator(".bulk").getByText("Groups").click();
            page.waitForURL("**/users/bulk/groups");
            photographed(window, "people-groups");
        }
    }

    @Test
    void aSearchIsFoundAgainAfterTheSessionHasEnded() {
        var grace = panel.signIn(cast.grace);
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            grace.cookies().forEach(window::cookie);
            var page = window.open("/users?q=status:active");
            page.waitForLoadState(LoadState.NETWORKIDLE);
            grace.form("/sign-out", Map.of());
            page.locator("#q").fill("status:active created:>2020-01-01 \"sami aalto\"");
            page.waitForURL("**/sign-in?next=**");
            page.fill("#email", cast.grace.email());
            page.fill("#password", cast.grace.password());
            page.click("main .btn.pri");
            page.waitForURL("**/users?q=**");
            assertThat(page.locator("#q")).hasValue("status:active created:>2020-01-01 \"sami aalto\"");
            assertThat(page.locator("#results tbody tr")).hasCount(1);
        }
    }

    @Test
    void typingSearchesAndEscapeShowsEveryone() {
        var word = people("Typed", 2);
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users");
            page.keyboard().press("/");
            page.keyboard().type(word);
            assertThat(page.locator("#results tbody tr")).hasCount(2);
            assertThat(page.locator("#q")).isFocused();
            page.keyboard().type(" status:lokced");
            assertThat(page.locator("#wrong")).containsText("Did you mean locked?");
            assertThat(page.locator("#results tbody tr")).hasCount(2);
            page.locator("#wrong a").click();
            assertThat(page.locator("#q")).hasValue(word + " status:locked");
            assertThat(page.locator("#results")).containsText("Nobody matches");
            page.locator("#q").focus();
            page.keyboard().press("Escape");
            assertThat(page.locator("#q")).hasValue("");
            assertThat(page.locator("#views [aria-current]")).containsText("Everyone");
            page.locator("#facet-role summary").click();
            page.locator("#facet-role").getByText("Partner").click();
            assertThat(page.locator("#q")).hasValue("role:partner");
            page.locator("#views").getByText("Disabled").click();
            assertThat(page.locator("#q")).hasValue("status:disabled");
            window.assertNoViolations();
        }
    }

    @Test
    void aPageIsSelectedThenAllThatMatchAndPutIntoAGroup() {
        var word = people("Grouped", 7);
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users?q=" + word + "&limit=5");
            page.locator("th.ck input").check();
            assertThat(page.locator(".bulk strong")).hasText("5 selected");
            assertThat(page.locator(".tb")).isHidden();
            page.locator(".bulk").getByText("Select all 7 that match").click();
            assertThat(page.locator(".bulk strong")).hasText("All 7 that match are selected");
            page.locator(".bulk").getByText("Groups").click();
            page.getByLabel("Desk").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change 7 users"))
                    .click();
            assertThat(page.locator("body")).containsText("7 users were put into the groups.");
            assertThat(page.locator("#results tbody tr")).hasCount(7);
            assertThat(page.locator("#results tbody tr").first()).containsText("Desk");
        }
    }

    @Test
    void manyAreGivenAnotherRoleAndTheDataOfOnePartner() {
        var word = people("Regiven", 2);
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users?q=" + word);
            page.locator("th.ck input").check();
            page.locator(".bulk").getByText("Role and data").click();
            page.locator("#role")
                    .getByText("Partner", new Locator.GetByTextOptions().setExact(true))
                    .click();
            page.locator("#dataAccess").locator("input[value=selected]").check();
            page.locator("#partners").getByLabel("Globex").check();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at what would change"))
                    .click();
            assertThat(page.locator("h1")).hasText("Give 2 users other access?");
            assertThat(page.locator("main form ul:not(.plain) li")).hasText(new String[] {
                "Role: Partner", "Data access: Globex", "2 users get another role: their sessions end."
            });
            window.assertNoViolations();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Change 2 users"))
                    .click();
            assertThat(page.locator("body")).containsText("2 users were given other access.");
            assertThat(page.locator("#results tbody tr").first()).containsText("Partner");
            assertThat(page.locator("#results tbody tr").first()).containsText("Globex");
        }
    }

    @Test
    void whoIsLockedIsUnlockedFromTheList() {
        var person = cast.extra("Unlocked " + UUID.randomUUID());
        jdbc.sql("""
                insert into sign_in_failures (account, email_key, failures, last_failed_at, locked_until)
                values (:account, :email, 12, now(), now() + interval '10 minutes')
                """)
                .param("account", person.account().id().value())
                .param("email", person.email())
                .update();
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users?q=status:locked%20" + person.email());
            assertThat(page.locator("#results tbody tr")).containsText("Locked until");
            page.locator("#results tbody tr .m summary").click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Unlock"))
                    .click();
            assertThat(page.locator("body")).containsText(person.name() + " can try to sign in again.");
            window.assertNoViolations();
        }
        panel.signIn(person);
    }

    @Test
    void manyAreDeletedWithoutScript() {
        var word = people("Scriptless", 3);
        try (var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            var page = window.open("/users");
            page.locator("#q").fill(word);
            page.locator(".tb button").click();
            assertThat(page.locator("#results tbody tr")).hasCount(3);
            page.locator("#results noscript a").click();
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("Delete").setExact(true))
                    .click();
            assertThat(page.locator("h1")).hasText("Delete 3 users?");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Delete 3 users"))
                    .click();
            assertThat(page.locator("body")).containsText("3 users are deleted.");
        }
    }

    @Test
    void oneIsDeletedByKeyboardAlone() {
        var word = people("Keyed", 1);
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users");
            page.keyboard().press("/");
            page.keyboard().type(word);
            assertThat(page.locator("#results tbody tr")).hasCount(1);
            tabTo(page, "td.ck input");
            page.keyboard().press("Space");
            page.keyboard().press("Shift+Tab");
            tabBackTo(page, ".bulk .dng");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Delete one user?");
            tabTo(page, "main form .btn.pri");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/users\\?q=.*"));
            assertThat(page.locator("body")).containsText("One user is deleted.");
        }
    }

    @Test
    void aSearchBecomesATabWhoseCountStays() {
        var word = people("Kept", 2);
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users");
            assertThat(page.locator("#count-administrators")).hasText(Pattern.compile("[1-9][0-9]*"));
            page.locator("#q").fill(word);
            assertThat(page.locator("#results tbody tr")).hasCount(2);
            assertThat(page.locator("#count-administrators")).hasText(Pattern.compile("[1-9][0-9]*"));
            page.getByText("Save as view").click();
            page.locator("#name").fill("Tab of " + word);
            window.assertNoViolations();
            page.keyboard().press("Enter");
            assertThat(page.locator("#views [aria-current]")).hasText("Tab of " + word + "2");
            photographed(window, "people-view");
            page.getByText("Edit views").click();
            photographed(window, "people-views");
            page.getByLabel("Delete Tab of " + word).click();
            assertThat(page.locator("body")).containsText("The view Tab of " + word + " is deleted.");
        }
    }

    @Test
    void theFileIsTakenFromThePage() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users?q=role:partner");
            var file = page.waitForDownload(() -> page.getByText("Export CSV").click());
            if (!file.suggestedFilename().equals("users.csv")) {
                throw new AssertionError(file.suggestedFilename());
            }
        }
    }

    private Window window(Look look) {
        var window = Browser.window("http://127.0.0.1:" + panel.port(), look);
        ada.cookies().forEach(window::cookie);
        return window;
    }

    private static void photographed(Window window, String name) {
        window.photograph(name);
        window.assertNoViolations();
    }

    private String people(String name, int number) {
        var word = name.toLowerCase(java.util.Locale.ROOT)
                + UUID.randomUUID().toString().substring(0, 8);
        for (int each = 0; each < number; each++) {
            cast.extra(word + " " + each);
        }
        return word;
    }

    private static void tabTo(Page page, String selector) {
        press(page, selector, "Tab");
    }

    private static void tabBackTo(Page page, String selector) {
        press(page, selector, "Shift+Tab");
    }

    private static void press(Page page, String selector, String key) {
        for (int turn = 0; turn < 80; turn++) {
            if ((Boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
            page.keyboard().press(key);
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }
}

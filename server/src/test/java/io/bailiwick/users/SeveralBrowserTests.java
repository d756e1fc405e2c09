package io.bailiwick.users;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Quarter;
import io.bailiwick.security.Town.Traits;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Choosing some of 20,000 partners in the dialog. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralBrowserTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    private Visitor mayor;
    private Quarter here;

    @BeforeAll
    void settle() {
        here = town.quarter("Many partners");
        mayor = panel.signIn(here.mayor());
        jdbc.sql("""
                insert into partners (account, id, key, name)
                select :account, gen_random_uuid(), 'p' || n, 'Partner ' || to_char(n, 'FM00000')
                from generate_series(1, 20000) n
                """).param("account", here.account().id().value()).update();
        jdbc.sql("analyze partners").update();
    }

    @Test
    void someOfTwentyThousandAreChosenInTheDialog() {
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users/new");
            page.locator("#email").fill("sel.ected@town.example");
            page.locator("#name").fill("Sel Ected");
            page.locator("#password").fill(Town.PASSWORD);
            page.locator("[name=role][value=normal]").check();
            page.locator("[name=dataAccess][value=selected]").check();
            button(page, "Select partners").click();
            var dialog = page.locator("dialog[open]");
            assertThat(dialog.locator("[data-found]")).hasText("20,003 match");
            assertThat(dialog.locator(".perm label")).hasCount(50);
            button(page, "Show more").click();
            assertThat(dialog.locator(".perm label")).hasCount(100);
            page.keyboard().press("Space");
            assertThat(dialog.locator("[data-count]")).hasText("1 chosen");
            page.getByLabel("Find in Partners").last().fill("partner 0012");
            assertThat(dialog.locator("[data-found]")).hasText("10 match");
            window.assertNoViolations();
            window.photograph("partners-dialog");
            button(page, "Select all 10 that match").click();
            assertThat(dialog.locator("[data-count]")).hasText("11 chosen");
            button(page, "Done").click();
            assertThat(page.locator(".chip")).hasCount(11);
            page.locator(".chip button").first().click();
            assertThat(page.locator(".chip")).hasCount(10);
            window.photograph("partners-chosen");
            button(page, "Select partners").click();
            page.getByLabel("Find in Partners").last().fill("partner 01");
            assertThat(dialog.locator("[data-found]")).hasText("1,000 match");
            button(page, "Select all 1,000 that match").click();
            assertThat(dialog.locator("[data-count]")).hasText("1,010 chosen");
            page.keyboard().press("Escape");
            assertThat(page.locator(".chip")).hasCount(30);
            assertThat(page.locator(".for-selected [data-rest]")).containsText("980 more");
            page.locator("button.pri:has(.as-normal)").click();
            page.waitForURL("**/users/*-*-*");
        }
        var saved =
                mayor.get("/api/v1/users?email=sel.ected").json().path("items").path(0);
        assertThat(saved.path("dataAccess").path("partners").size()).isEqualTo(1_010);
        mayor.delete("/api/v1/users/" + saved.path("id").asString());
    }

    @Test
    void aUserOfThousandsIsEditedWithoutLosingAny() {
        var person = town.add(here, "Thea Thousands", Role.NORMAL, Traits.sees("selected", "acme"));
        jdbc.sql("""
                insert into user_partners (account, user_id, partner)
                select account, :user, id from partners where account = :account and key like 'p%' order by key limit 10009
                """)
                .param("account", here.account().id().value())
                .param("user", person.id().value())
                .update();
        jdbc.sql("analyze user_partners").update();
        try (var window = window(Look.LIGHT_WIDE)) {
            var page = window.open("/users/" + person.id());
            assertThat(page.locator(".for-selected .chip")).hasCount(30);
            assertThat(page.locator(".for-selected [data-rest]")).hasText("and 9,980 more ·");
            page.locator(".for-selected .chip button").first().click();
            assertThat(page.locator(".for-selected [data-rest]")).hasText("and 9,979 more ·");
            button(page, "Select partners").click();
            page.getByLabel("Find in Partners").last().fill("partner 01");
            var dialog = page.locator("dialog[open]");
            assertThat(dialog.locator("[data-found]")).hasText("1,000 match");
            assertThat(dialog.locator(".perm input").nth(9)).isChecked();
            dialog.locator(".perm input").nth(9).uncheck();
            assertThat(dialog.locator("[data-count]")).hasText("10,008 chosen");
            button(page, "Done").click();
            page.locator("button.pri.wrap").click();
            assertThat(page.locator("#flash")).containsText("Thea Thousands");
            assertThat(page.locator(".for-selected [data-rest]")).hasText("and 9,978 more ·");
            window.photograph("partners-thousands");
        }
        var saved = mayor.get("/api/v1/users/" + person.id()).json();
        assertThat(saved.path("dataAccess").path("partners").size()).isEqualTo(10_008);
        mayor.delete("/api/v1/users/" + person.id());
    }

    @Test
    void aPartnerUserGetsExactlyOneOfThem() {
        try (var window = window(Look.DARK_PHONE)) {
            var page = window.open("/users/new");
            page.locator("#email").fill("par.tner@town.example");
            page.locator("#name").fill("Par Tner");
            page.locator("#password").fill(Town.PASSWORD);
            page.locator("[name=role][value=partner]").check();
            button(page, "Select a partner").click();
            var dialog = page.locator("dialog[open]");
            assertThat(dialog.locator(".perm label")).hasCount(50);
            dialog.locator(".perm input").first().check();
            page.getByLabel("Find in Partner").last().fill("partner 00777");
            assertThat(dialog.locator("[data-found]")).hasText("1 match");
            dialog.locator(".perm input").check();
            assertThat(dialog.locator("[data-count]")).hasText("1 chosen");
            window.assertNoViolations();
            window.photograph("partner-dialog");
            button(page, "Done").click();
            assertThat(page.locator(".for-role.partner .chip")).hasText("Partner 00777");
            page.locator("button.pri:has(.as-partner)").click();
            page.waitForURL("**/users/*-*-*");
        }
        var saved =
                mayor.get("/api/v1/users?email=par.tner").json().path("items").path(0);
        assertThat(saved.path("dataAccess").path("partners").path(0).asString()).isEqualTo("p777");
        mayor.delete("/api/v1/users/" + saved.path("id").asString());
    }

    @Test
    void whoeverHasNoScriptFindsThemInTheForm() {
        try (var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            mayor.cookies().forEach(window::cookie);
            var page = window.open("/users/new");
            assertThat(page.locator("[name=partners]:not([disabled])")).hasCount(50);
            assertThat(page.locator("dialog[open]")).hasCount(0);
        }
        var answer =
                mayor.form("/users", Map.of("find", "partners", "findPartners", "partner 00777", "role", "normal"));
        assertThat(answer.body()).contains("value=\"p777\"");
    }

    private static com.microsoft.playwright.Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Browser.Window window(Look look) {
        var window = Browser.window("http://127.0.0.1:" + panel.port(), look);
        mayor.cookies().forEach(window::cookie);
        return window;
    }
}

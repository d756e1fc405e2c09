package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.groups.Limited;
import io.bailiwick.model.Role;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The tab "Members" on the page of a group. */
@PanelTest
class MembersTests {
    @Autowired
    Panel panel;

    @Autowired
    Cast cast;

    private Visitor ada;

    @BeforeEach
    void signIn() {
        ada = panel.as(cast.ada);
    }

    @Test
    void membersAreFoundPutInAndTakenOut() {
        var group = group("read");
        var path = "/groups/" + group + "/members";
        var one = Limited.person(panel, cast, Role.NORMAL, null);
        var other = Limited.person(panel, cast, Role.NORMAL, null, group);

        assertThat(ada.get("/groups/" + group + "/others?q=" + one.email()).body())
                .contains("value=\"" + one.id());
        assertThat(ada.get("/groups/" + group + "/others?q=" + other.email()).body())
                .doesNotContain("value=\"" + other.id());
        assertThat(ada.get("/groups/" + group + "/others?q=" + cast.ada.email()).body())
                .as("nobody decides upon his own groups")
                .doesNotContain("value=\"" + cast.ada.id());
        assertThat(ada.form(path + "/outlook", Map.of("add", one.id().toString()))
                        .body())
                .contains("Put one person in: 1 person loses ");
        assertThat(ada.form(path + "/review", Map.of("add", one.id().toString()))
                        .body())
                .contains("Put one person into", "name=\"add\" value=\"" + one.id());
        assertThat(ada.form(path + "/review", Map.of("leave", "true")).status()).isEqualTo(422);
        assertThat(ada.form(path, Map.of("add", one.id().toString())).status()).isEqualTo(303);
        assertThat(ada.get(path).body()).contains(one.email(), other.email(), "One person was put into");
        assertThat(ada.get(path + "?q=" + one.email()).body())
                .contains(one.email())
                .doesNotContain(other.email());

        var leaves = Map.of("leave", "true", "id", one.id().toString());
        assertThat(ada.form(path + "/review", leaves).body())
                .as("what comes of it, and the question, before it is done")
                .contains("Take one member out: 1 person gains ")
                .contains("would be in no group any longer", "name=\"confirm\"");
        var asked = ada.form(path, Map.of("leave", "true", "id", one.id().toString()));
        assertThat(asked.status()).as("without it no group limits him").isEqualTo(409);
        assertThat(asked.body()).contains("would be in no group any longer");
        var token = asked.body().replaceAll("(?s).*name=\"confirm\" value=\"([^\"]+)\".*", "$1");
        var left = ada.form(path, Map.of("leave", "true", "id", one.id().toString(), "confirm", token));
        assertThat(left.status()).isEqualTo(303);
        assertThat(ada.get(path).body())
                .doesNotContain("name=\"id\" value=\"" + one.id())
                .contains("name=\"id\" value=\"" + other.id());
        assertThat(ada.form(path, Map.of()).body()).contains("Pick at least one person.");
    }

    @Test
    void guardRailsHoldAndSayWhy() {
        var own = group("read", "update");
        var wide = group("delete");
        var lee = Limited.administrator(panel, cast, null, own);
        var stronger = Limited.person(panel, cast, Role.ADMINISTRATOR, null);

        var refused = lee.form(
                "/groups/" + own + "/members", Map.of("add", stronger.id().toString()));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Nobody was changed", "may do more than you");
        assertThat(ada.form(
                                "/groups/" + wide + "/members",
                                Map.of("add", cast.ada.id().toString()))
                        .body())
                .contains("Nobody was changed");
    }

    @Test
    void othersOfAnotherResellerAreNotSeenAndWhoMayNotSeeUsersSeesNobody() {
        var blind = groupOf(Map.of("area", "cockpit/Groups", "access", List.of("read"), "effect", "allow"));
        var reader = Limited.administrator(panel, cast, null, blind);
        assertThat(reader.get("/groups/" + blind + "/members").body())
                .contains("do not let you see users")
                .doesNotContain("name=\"id\"");

        var rita = panel.as(cast.rita);
        assertThat(rita.get("/groups/" + cast.desk + "/members").body())
                .contains(cast.rolf.email())
                .doesNotContain(cast.kim.email());
        assertThat(rita.form(
                                "/groups/" + cast.desk + "/members",
                                Map.of("add", cast.rolf.id().toString()))
                        .status())
                .as("Desk does not let her change groups")
                .isEqualTo(403);
    }

    @Test
    void someoneIsFoundByTypingAndWithoutScript() {
        var group = group("read");
        var person = Limited.person(panel, cast, Role.NORMAL, null);
        for (var script : List.of(true, false)) {
            var look = Look.DARK_PHONE;
            try (var window = script ? Browser.window(base(), look) : Browser.windowWithoutScript(base(), look)) {
                ada.cookies().forEach(window::cookie);
                var page = window.open("/groups/" + group + "/members");
                if (script) {
                    page.locator("#add-find").fill(person.email());
                } else if (page.locator("#add-seek").count() > 0) {
                    page.locator("#add-seek").fill(person.email());
                    page.locator("[name=find]").click();
                }
                page.locator("[name=add][value='" + person.id() + "']").check();
                page.locator("aside form .btn.pri").click();
                assertThat(page.locator("#flash").textContent()).contains("One person was put into");
                if (script) {
                    window.assertNoViolations();
                }
                page.locator("td.ck input").check();
                page.getByText("Take out of the group").click();
                page.locator("main form .btn.pri").click();
                assertThat(page.locator("#flash").textContent()).contains("One person was taken out of");
            }
        }
    }

    private String group(String... access) {
        return groupOf(
                Map.of("area", "cockpit/Users", "access", List.of(access), "effect", "allow"),
                Map.of("area", "cockpit/Groups", "access", List.of("read", "update"), "effect", "allow"));
    }

    @SafeVarargs
    private String groupOf(Map<String, ?>... rules) {
        var answer =
                ada.post("/api/v1/groups", Map.of("name", "Members " + UUID.randomUUID(), "rules", List.of(rules)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private String base() {
        return "http://127.0.0.1:" + panel.port();
    }
}

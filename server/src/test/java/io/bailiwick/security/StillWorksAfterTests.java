package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** What was taken away is away on the very next request, at every door, in every open session. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StillWorksAfterTests {
    private static final String API = "/api/v1/users";
    private static final String BULK = "/api/v1/users/bulk";
    private static final String SCREEN = "/groups";
    private static final String PROXY = "/authz/shop/ext-authz/orders/1";

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Town.Quarter here;
    private Visitor mayor;
    private String everything;
    private int made;

    /** Somebody with two open sessions, both of which work at every door. */
    private record Tabs(Person person, Visitor one, Visitor two) {
        String id() {
            return person.id().toString();
        }

        String path() {
            return "/api/v1/users/" + person.id();
        }
    }

    @BeforeAll
    void settle() {
        here = town.quarter("Still there");
        mayor = panel.signIn(here.mayor());
        everything = group("Everything", Map.of());
    }

    @Test
    void disabling() {
        var tabs = open();
        assertDone(mayor.patch(tabs.path(), Map.of("status", "disabled")));
        assertSignedOut(tabs);
    }

    @Test
    void enablingAgainBringsNoSessionBack() {
        var tabs = open();
        mayor.patch(tabs.path(), Map.of("status", "disabled"));
        assertDone(mayor.patch(tabs.path(), Map.of("status", "active")));
        assertSignedOut(tabs);
    }

    @Test
    void deleting() {
        var tabs = open();
        assertDone(mayor.delete(tabs.path()));
        assertSignedOut(tabs);
    }

    @Test
    void deletingManyAtOnce() {
        var tabs = open();
        assertDone(mayor.post(
                "/api/v1/users/delete", Map.of("ids", List.of(tabs.person().id().toString()))));
        assertSignedOut(tabs);
    }

    @Test
    void disablingManyAtOnce() {
        var tabs = open();
        assertDone(mayor.post(BULK, Map.of("action", "disable", "ids", List.of(tabs.id()))));
        assertSignedOut(tabs);
    }

    @Test
    void anotherRoleForMany() {
        var tabs = open();
        assertDone(mayor.post(BULK, Map.of("action", "change", "ids", List.of(tabs.id()), "role", "normal")));
        assertSignedOut(tabs);
    }

    @Test
    void anotherGroupForMany() {
        var nothing = group("Nothing for many " + ++made, Map.of("defaultAccess", List.of()));
        var tabs = open();
        assertDone(mayor.post(
                BULK, Map.of("action", "add-to-groups", "ids", List.of(tabs.id()), "groups", List.of(nothing))));
        assertDone(mayor.post(
                BULK,
                Map.of("action", "remove-from-groups", "ids", List.of(tabs.id()), "groups", List.of(everything))));
        assertRefused(tabs);
    }

    @Test
    void anotherPassword() {
        var tabs = open();
        assertDone(mayor.put(tabs.path() + "/password", Map.of("password", Town.PASSWORD + " 2", "mustChange", false)));
        assertSignedOut(tabs);
    }

    @Test
    void anotherAddress() {
        var tabs = open();
        assertDone(mayor.patch(tabs.path(), Map.of("email", "moved." + ++made + "@town.example")));
        assertSignedOut(tabs);
    }

    @Test
    void anotherRole() {
        var tabs = open();
        assertDone(mayor.patch(tabs.path(), Map.of("role", "normal", "dataAccess", Map.of("mode", "all"))));
        assertSignedOut(tabs);
    }

    @Test
    void endingTheSessionFromAnotherOne() {
        var tabs = open();
        assertDone(tabs.one().delete("/api/v1/me/sessions"));
        assertDoors(tabs.two(), 401, 302, 401);
        assertOpen(tabs.one());
    }

    @Test
    void signingOut() {
        var tabs = open();
        var cookie = tabs.one().cookies().get("bailiwick");
        assertDone(tabs.one().delete("/api/v1/session"));
        tabs.one().cookies().put("bailiwick", String.valueOf(cookie));
        assertDoors(tabs.one(), 401, 302, 401);
        assertOpen(tabs.two());
    }

    @Test
    void aNarrowerAllowList() {
        var tabs = open();
        var narrower = Map.of("network", List.of("10.0.0.0/8"));
        var asked = mayor.patch(tabs.path(), narrower);
        assertThat(asked.status()).as(asked.body()).isEqualTo(409);
        assertDone(mayor.patch(
                tabs.path() + "?confirm=" + asked.json().path("confirm").asString(), narrower));
        assertRefused(tabs);
        assertDone(mayor.patch(tabs.path(), Map.of("network", List.of("127.0.0.1"))));
        assertOpen(tabs.one());
    }

    @Test
    void aPasswordThatMustBeChanged() {
        var tabs = open();
        assertDone(mayor.patch(tabs.path(), Map.of("mustChangePassword", true)));
        assertRefused(tabs);
    }

    @Test
    void leavingTheGroupThatAllowedIt() {
        var nothing = group("Nothing " + ++made, Map.of("defaultAccess", List.of()));
        var tabs = open();
        assertDone(mayor.patch(tabs.path(), Map.of("groups", List.of(nothing))));
        assertRefused(tabs);
    }

    @Test
    void aGroupThatAllowsItNoMore() {
        var own = group("Own " + ++made, Map.of());
        var tabs = open();
        assertDone(mayor.patch(tabs.path(), Map.of("groups", List.of(own))));
        assertOpen(tabs.one());
        assertDone(mayor.patch("/api/v1/groups/" + own, Map.of("defaultAccess", List.of())));
        assertRefused(tabs);
    }

    @Test
    void aPartnerThatIsSwitchedOff() {
        var tabs = open();
        var question = "/api/v1/explain?application=shop&method=GET&path=/orders&partner=acme&user="
                + tabs.person().email();
        assertThat(mayor.get(question).json().path("allowed").asBoolean()).isTrue();
        assertDone(mayor.patch("/api/v1/partners/" + here.ids().get("partners"), Map.of("active", false)));

        assertThat(mayor.get(question).json().path("gate").asString()).isEqualTo("data");
        assertDone(mayor.patch("/api/v1/partners/" + here.ids().get("partners"), Map.of("active", true)));
    }

    private Tabs open() {
        var person = town.add(here, "Tab Opener " + ++made, Role.ADMINISTRATOR, Traits.NONE.in(everything));
        var tabs = new Tabs(person, panel.signIn(person), panel.signIn(person));
        assertOpen(tabs.one());
        assertOpen(tabs.two());
        return tabs;
    }

    private String group(String name, Map<String, Object> fields) {
        var body = new java.util.LinkedHashMap<String, Object>(fields);
        body.put("name", name);
        var answer = mayor.post("/api/v1/groups", body);
        assertDone(answer);
        return answer.json().path("id").asString();
    }

    private static void assertDone(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 299);
    }

    private static void assertOpen(Visitor tab) {
        assertDoors(tab, 200, 200, 200);
    }

    private static void assertSignedOut(Tabs tabs) {
        assertDoors(tabs.one(), 401, 302, 401);
        assertDoors(tabs.two(), 401, 302, 401);
    }

    private static void assertRefused(Tabs tabs) {
        assertDoors(tabs.one(), 403, 403, 403);
        assertDoors(tabs.two(), 403, 403, 403);
    }

    private static void assertDoors(Visitor tab, int api, int screen, int proxy) {
        var forwarded = Map.of("X-Forwarded-For", "127.0.0.1");
        assertThat(tab.send("GET", PROXY, null, forwarded).status())
                .as("at the proxies' door")
                .isEqualTo(proxy);
        assertThat(tab.get(API).status()).as("at the API").isEqualTo(api);
        assertThat(tab.get(SCREEN).status()).as("at a screen").isEqualTo(screen);
    }
}

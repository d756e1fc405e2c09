package io.bailiwick.groups;

import static io.bailiwick.groups.GroupForms.ALL;
import static io.bailiwick.groups.GroupForms.allow;
import static io.bailiwick.groups.GroupForms.deny;
import static io.bailiwick.groups.GroupForms.fresh;
import static io.bailiwick.groups.GroupForms.id;
import static io.bailiwick.groups.GroupForms.make;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PanelTest
class GroupsApiTests {
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
    void newGroupIsOfOnlyListedAreasWithAllFourActions() {
        var answer = ada.post("/api/v1/groups", Map.of("name", fresh(" Plain ")));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/v1/groups/" + id(answer));
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        var group = ada.get("/api/v1/groups/" + id(answer)).json();
        assertThat(group.path("mode").asString()).isEqualTo("only-listed");
        assertThat(words(group.path("defaultAccess"))).isEqualTo(ALL);
        assertThat(group.path("rules").isEmpty()).isTrue();
        assertThat(group.path("members").asInt()).isZero();
        assertThat(group.path("version").asInt()).isEqualTo(1);
    }

    @Test
    void rulesNameAreasByReferenceOrIdAndComeBackByTheirId() {
        var users = areaId("Users");

        var made = make(ada, List.of(allow("cockpit/Users", "read", "create"), deny(users, "delete")));

        var rules = ada.get("/api/v1/groups/" + made).json().path("rules");
        assertThat(rules.size()).isEqualTo(2);
        assertThat(rules.get(0).path("area").asString()).isEqualTo(users);
        assertThat(words(rules.get(0).path("access"))).containsExactly("create", "read");
        assertThat(rules.get(1).path("area").asString()).isEqualTo(users);
        assertThat(rules.get(1).path("effect").asString()).isEqualTo("deny");
    }

    @Test
    void whatWasReadCanBeWrittenBack() {
        var made = make(ada, List.of(allow("cockpit/Users", "read"), allow("cockpit/Groups")));
        var group = ada.get("/api/v1/groups/" + made).json();

        var saved = ada.patch(
                "/api/v1/groups/" + made,
                "{\"name\": %s, \"mode\": %s, \"defaultAccess\": %s, \"rules\": %s}"
                        .formatted(
                                group.path("name"),
                                group.path("mode"),
                                group.path("defaultAccess"),
                                group.path("rules")));

        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
        assertThat(saved.json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void everyFaultIsNamedBesideItsField() {
        var answer = ada.post("/api/v1/groups", """
                {"name": "", "mode": "open", "defaultAccess": ["write", null], "rules": [
                    {"area": "cockpit/Users", "access": ["read"], "effect": "allow"},
                    {"area": "cockpit/Users", "access": ["create"], "effect": "allow"},
                    {"area": "cockpit/Nowhere", "access": ["read"], "effect": "allow"},
                    {"area": "%s", "access": ["read"], "effect": "allow"},
                    {"area": "cockpit/Groups", "access": ["fly"], "effect": "maybe"},
                    {"area": "cockpit/Oneself", "access": [], "effect": "deny"},
                    {"access": null},
                    null]}
                """.formatted(UUID.randomUUID()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactly(
                        "name",
                        "mode",
                        "defaultAccess",
                        "defaultAccess",
                        "rules[1].area",
                        "rules[2].area",
                        "rules[3].area",
                        "rules[4].effect",
                        "rules[4].access",
                        "rules[5].area",
                        "rules[6].area",
                        "rules[6].effect",
                        "rules[6].access",
                        "rules[7]");
    }

    @Test
    void unknownFieldsAreMalformed() {
        assertThat(ada.post("/api/v1/groups", "{\"name\": \"A\", \"members\": 3}")
                        .status())
                .isEqualTo(400);
        assertThat(ada.post("/api/v1/groups", "{\"name\": \"A\", \"rules\": [{\"path\": \"/x\"}]}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nameIsTakenOnceWhateverItsCase() {
        var name = fresh("Unique");
        assertThat(ada.post("/api/v1/groups", Map.of("name", name)).status()).isEqualTo(201);

        assertThat(ada.post("/api/v1/groups", Map.of("name", name.toUpperCase(Locale.ROOT)))
                        .status())
                .isEqualTo(409);
        assertThat(panel.as(cast.sven)
                        .post("/api/v1/groups", Map.of("name", name))
                        .status())
                .isEqualTo(201);
        var other = make(ada, List.of());
        assertThat(ada.patch("/api/v1/groups/" + other, Map.of("name", name)).status())
                .isEqualTo(409);
    }

    @Test
    void staleVersionIsRefused() {
        var made = make(ada, List.of());
        ada.patch("/api/v1/groups/" + made, Map.of("name", fresh("Newer")));

        var stale = Map.of("If-Match", "\"1\"");
        assertThat(ada.send("PATCH", "/api/v1/groups/" + made, Map.of("name", fresh("Older")), stale)
                        .status())
                .isEqualTo(412);
        assertThat(ada.send("DELETE", "/api/v1/groups/" + made, null, stale).status())
                .isEqualTo(412);
    }

    @Test
    void nullEmptiesButNeverFillsUp() {
        var made = make(ada, List.of(allow("cockpit/Users", "read")));

        var emptied = ada.patch("/api/v1/groups/" + made, "{\"defaultAccess\": null}");

        assertThat(emptied.status()).as(emptied.body()).isEqualTo(200);
        assertThat(emptied.json().path("defaultAccess").isEmpty()).isTrue();
    }

    @Test
    void listIsSearchedSortedAndPaged() {
        var mark = fresh("Shelf");
        for (var letter : List.of("B", "a", "C")) {
            ada.post("/api/v1/groups", Map.of("name", mark + " " + letter));
        }

        var names = new ArrayList<String>();
        var base = "/api/v1/groups?limit=1&sort=-name&q=" + mark.toLowerCase(Locale.ROOT);
        var next = base;
        while (!next.isEmpty()) {
            var page = ada.get(next).json();
            assertThat(page.path("total").asInt()).isEqualTo(3);
            names.add(page.path("items").get(0).path("name").asString());
            next = page.has("next") ? base + "&after=" + page.path("next").asString() : "";
        }
        assertThat(names).containsExactly(mark + " C", mark + " B", mark + " a");
        assertThat(ada.get("/api/v1/groups?sort=members").status()).isEqualTo(422);
        assertThat(ada.get("/api/v1/groups?after=x").status()).isEqualTo(400);
    }

    @Test
    void membersAreCounted() {
        var made = make(ada, List.of(allow("cockpit/Users", "read")));
        Limited.person(panel, cast, Role.NORMAL, null, made);
        Limited.person(panel, cast, Role.NORMAL, null, made);

        assertThat(ada.get("/api/v1/groups/" + made).json().path("members").asInt())
                .isEqualTo(2);
    }

    @Test
    void anotherAccountsGroupsAndAreasAreNotThere() {
        var sven = panel.as(cast.sven);
        var theirs = make(sven, List.of());

        assertThat(ada.get("/api/v1/groups/" + theirs).status()).isEqualTo(404);
        assertThat(ada.get("/groups/" + theirs).status()).isEqualTo(404);
        assertThat(ada.patch("/api/v1/groups/" + theirs, Map.of("name", "Mine")).status())
                .isEqualTo(404);
        assertThat(ada.delete("/api/v1/groups/" + theirs).status()).isEqualTo(404);
        assertThat(ada.get("/api/v1/groups/not-an-id").status()).isEqualTo(404);
        assertThat(sven.get("/api/v1/groups?q=Desk").json().path("total").asInt())
                .isZero();
        assertThat(sven.post(
                                "/api/v1/groups",
                                Map.of("name", fresh("Spy"), "rules", List.of(allow(areaId("Users"), "read"))))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void peopleWithoutTheAreaAreRefused() {
        assertThat(panel.visitor().get("/api/v1/groups").status()).isEqualTo(401);
        assertThat(panel.as(cast.kevin).get("/api/v1/groups").status()).isEqualTo(403);
        assertThat(panel.as(cast.kim).get("/api/v1/groups").status()).isEqualTo(200);
        assertThat(panel.as(cast.kim)
                        .post("/api/v1/groups", Map.of("name", fresh("No")))
                        .status())
                .isEqualTo(403);
    }

    private String areaId(String name) {
        return ada.get("/api/v1/areas?limit=500")
                .json()
                .path("items")
                .valueStream()
                .filter(area -> area.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(word -> word.asString()).toList();
    }
}

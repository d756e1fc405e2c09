package io.bailiwick.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A group with what suits a reseller is made at one stroke, as often as wanted, and is as editable as any. */
@PanelTest
class DefaultResellerTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    DefaultResellerTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void severalAreMadeEachWithANameOfItsOwnAndEachEditable() {
        var one = ada.post("/api/v1/groups/default-reseller", Map.of());
        var two = ada.form("/groups/default-reseller", Map.of());
        var three = ada.post("/api/v1/groups/default-reseller", Map.of("name", "Resellers of the north"));

        assertThat(one.status()).as(one.body()).isEqualTo(201);
        assertThat(one.json().path("mode").asString()).isEqualTo("only-listed");
        assertThat(one.json().path("defaultAccess").size()).isZero();
        assertThat(rules(one.json()))
                .isEqualTo(Map.of(
                        "Users", List.of("create", "read", "update"),
                        "Partners", List.of("read"),
                        "Explain", List.of("read"),
                        "Dashboard", List.of("read"),
                        "Contacts", List.of("create", "read", "update", "delete"),
                        "Billing", List.of("read"),
                        "Tickets", List.of("create", "read", "update"),
                        "Messages", List.of("read")));
        assertThat(one.json().path("name").asString()).startsWith("Default reseller");
        assertThat(two.status()).isEqualTo(303);
        assertThat(ada.get("/groups").body()).contains("Default reseller 2", "Create default reseller");
        assertThat(three.json().path("name").asString()).isEqualTo("Resellers of the north");
        var path = "/api/v1/groups/" + three.json().path("id").asString();
        assertThat(ada.patch(path, Map.of("rules", List.of(), "defaultAccess", List.of("read"), "mode", "exceptions"))
                        .status())
                .isIn(200, 409);
        assertThat(ada.post("/api/v1/groups/default-reseller", Map.of("name", "Resellers of the north"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoIsInItLooksAfterTheUsersOfHisResellerAlone() {
        var group = ada.post("/api/v1/groups/default-reseller", Map.of("name", "For Norma"))
                .json()
                .path("id")
                .asString();
        var person = cast.extra("Norma North");
        var made = ada.patch(
                "/api/v1/users/" + person.id(),
                Map.of("role", "administrator", "groups", List.of(group), "reseller", Cast.NORTHWIND));
        assertThat(made.status()).as(made.body()).isEqualTo(200);

        var norma = panel.signIn(person);

        assertThat(norma.get("/api/v1/users/" + cast.rolf.id()).status()).isEqualTo(200);
        assertThat(norma.get("/api/v1/users/" + cast.sami.id()).status()).isEqualTo(404);
        assertThat(norma.get("/api/v1/partners").body()).contains("initech").doesNotContain("globex");
        assertThat(norma.post("/api/v1/contacts", Map.of("partner", "initech", "name", "Ines"))
                        .status())
                .isEqualTo(201);
        assertThat(norma.post("/api/v1/contacts", Map.of("partner", "globex", "name", "Ines"))
                        .status())
                .isEqualTo(422);
        assertThat(norma.get("/api/v1/billing/initech").status()).isEqualTo(200);
        assertThat(norma.get("/api/v1/billing/globex").status()).isEqualTo(404);
        assertThat(norma.put("/api/v1/billing/initech/terms", Map.of("currency", "EUR"))
                        .status())
                .isEqualTo(403);
        assertThat(norma.get("/api/v1/routing").status()).isEqualTo(403);
        assertThat(norma.get("/api/v1/areas").status()).isEqualTo(403);
        assertThat(norma.post("/api/v1/groups/default-reseller", Map.of()).status())
                .isEqualTo(403);
        assertThat(norma.get("/groups").status()).isEqualTo(403);
        var pages = List.of("/users?q=Norma", "/users/" + person.id(), "/users/" + cast.rolf.id());
        for (var page : pages) {
            assertThat(norma.get(page).body())
                    .as("groups are named and lead nowhere on " + page)
                    .contains("class=\"tag\"")
                    .doesNotContain("href=\"/groups/");
            assertThat(ada.get(page).body()).contains("href=\"/groups/");
        }
    }

    @Test
    void whoIsInItPutsNewPeopleIntoItAndAsksWhy() {
        var group = ada.post("/api/v1/groups/default-reseller", Map.of("name", "For Nestor"))
                .json()
                .path("id")
                .asString();
        var person = cast.extra("Nestor North");
        assertThat(ada.patch(
                                "/api/v1/users/" + person.id(),
                                Map.of("role", "administrator", "groups", List.of(group), "reseller", Cast.NORTHWIND))
                        .status())
                .isEqualTo(200);
        var nestor = panel.signIn(person);
        var made = nestor.post(
                "/api/v1/users",
                Map.of(
                        "name",
                        "Nora of Nestor",
                        "email",
                        "nora.nestor@people.example",
                        "role",
                        "normal",
                        "groups",
                        List.of(group),
                        "password",
                        "gravel orchid lantern 83"));

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.json().path("reseller").asString()).isEqualTo(Cast.NORTHWIND);
        var id = made.json().path("id").asString();
        assertThat(nestor.get("/users/new").status()).isEqualTo(200);
        assertThat(nestor.get("/users/" + id).body()).contains("For Nestor");
        assertThat(nestor.get("/api/v1/explain?user=" + id + "&method=GET&path=/users")
                        .json()
                        .path("gate")
                        .asString())
                .isEqualTo("role");
        assertThat(nestor.delete("/api/v1/users/" + id).status()).isEqualTo(403);
    }

    @Test
    void whoMayNotCreateGroupsIsNotOfferedIt() {
        assertThat(panel.as(cast.kim)
                        .post("/api/v1/groups/default-reseller", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(panel.as(cast.kim).get("/groups").body()).doesNotContain("/groups/default-reseller");
    }

    /** The rules of a group: what is allowed, by the names of the panel's areas. */
    private Map<String, List<String>> rules(JsonNode group) {
        var rules = new HashMap<String, List<String>>();
        for (var rule : group.path("rules")) {
            var area = ada.get("/api/v1/areas/" + rule.path("area").asString()).json();
            var access = new ArrayList<String>();
            rule.path("access").forEach(word -> access.add(word.asString()));
            assertThat(rule.path("effect").asString()).isEqualTo("allow");
            rules.put(area.path("name").asString(), access);
        }
        return rules;
    }
}

package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** No limited Administrator climbs, whichever way is tried, and nothing out of sight moves. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClimbingTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Town.Quarter here;
    private Visitor mayor;
    /** Limited by a group: users, groups and partners, and orders to read. */
    private Person clerk;

    private Visitor asClerk;
    /** The same, of the reseller North. */
    private Person north;

    private Visitor asNorth;
    private Person equal;
    private Person superior;
    private Person southerner;
    private String office;
    private String wide;

    @BeforeAll
    void settle() {
        here = town.quarter("Ladder");
        mayor = panel.signIn(here.mayor());
        office = group(mayor, "Office", office());
        wide = group(mayor, "Wide", List.of(rule("shop/Orders", "create", "read", "update", "delete")));
        clerk = town.add(here, "Clara Clerk", Role.ADMINISTRATOR, Traits.NONE.in(office));
        north = town.add(
                here, "Nina North", Role.ADMINISTRATOR, Traits.NONE.in(office).of("north"));
        equal = town.add(
                here, "Erik Equal", Role.NORMAL, Traits.sees("selected", "acme").in(office));
        superior = town.add(here, "Susi Superior", Role.ADMINISTRATOR, Traits.NONE.in(wide));
        southerner = town.add(
                here, "Simo South", Role.NORMAL, Traits.sees("all").in(office).of("south"));
        asClerk = panel.signIn(clerk);
        asNorth = panel.signIn(north);
    }

    private static List<Map<String, Object>> office() {
        return List.of(
                rule("cockpit/Users", "create", "read", "update", "delete"),
                rule("cockpit/Groups", "create", "read", "update", "delete"),
                rule("cockpit/Partners", "create", "read", "update", "delete"),
                rule("shop/Orders", "read"));
    }

    @Test
    void nobodyMakesAUserWhoMayMore() {
        refused(asClerk.post("/api/v1/users", user("a", "administrator", List.of(), null)));
        refused(asClerk.post("/api/v1/users", user("b", "normal", List.of(wide), null)));
        refused(asClerk.post("/api/v1/users", user("c", "normal", List.of(office, wide), null)));
        refused(asClerk.post("/api/v1/users", user("d", "normal", List.of(), null)));
        assertThat(asNorth.post("/api/v1/users", user("e", "normal", List.of(office), "south"))
                        .body())
                .contains("There is no reseller `south`.");
        var withoutRole = user("f", "normal", List.of(), null);
        withoutRole.remove("role");
        assertThat(asClerk.post("/api/v1/users", withoutRole).body()).contains("Choose a role");
        var permitted = user("g", "administrator", List.of(office), null);
        permitted.put("permissions", List.of("integration-configuration"));
        refused(asClerk.post("/api/v1/users", permitted));
    }

    @Test
    void nobodyLiftsAnother() {
        var path = "/api/v1/users/" + equal.id();
        unchanged(path, () -> {
            refused(asClerk.patch(path, Map.of("groups", List.of(wide))));
            refused(asClerk.patch(path, Map.of("groups", List.of(office, wide))));
            refused(asClerk.patch(path, Map.of("groups", List.of())));
            refused(asClerk.patch(path, Map.of("role", "administrator", "groups", List.of(wide))));
        });
    }

    @Test
    void nobodyLiftsOneself() {
        var path = "/api/v1/users/" + clerk.id();
        unchanged(path, () -> {
            refused(asClerk.patch(path, Map.of("groups", List.of(wide))));
            refused(asClerk.patch(path, Map.of("groups", List.of())));
            refused(asClerk.patch(path, Map.of("permissions", List.of("integration-configuration"))));
            refused(asClerk.patch(path, Map.of("network", List.of("127.0.0.1"))));
            refused(asClerk.delete(path));
        });
    }

    @Test
    void nobodyTakesOverWhoMayMore() {
        for (var above : List.of(superior, here.mayor())) {
            var path = "/api/v1/users/" + above.id();
            unchanged(path, () -> {
                refused(asClerk.put(path + "/password", Map.of("password", Town.PASSWORD, "mustChange", false)));
                refused(asClerk.patch(path, Map.of("email", "mine@town.example")));
                refused(asClerk.patch(path, Map.of("network", List.of("127.0.0.1"))));
                refused(asClerk.patch(path, Map.of("status", "disabled")));
                refused(asClerk.patch(path, Map.of("mustChangePassword", true)));
                refused(asClerk.patch(path, Map.of("name", "Mine")));
                refused(asClerk.patch(path, Map.of("groups", List.of(office), "role", "normal")));
                refused(asClerk.delete(path));
                refused(asClerk.post(
                        "/api/v1/users/delete",
                        Map.of("ids", List.of(equal.id().toString(), above.id().toString()))));
            });
            assertThat(mayor.get("/api/v1/users/" + equal.id()).status()).isEqualTo(200);
            panel.signIn(above);
        }
    }

    @Test
    void whatIsOutOfSightIsNotThere() {
        for (var hidden : List.of(southerner, equal, superior, here.mayor())) {
            var path = "/api/v1/users/" + hidden.id();
            unchanged(path, () -> {
                assertThat(asNorth.get(path).status()).isEqualTo(404);
                assertThat(asNorth.patch(path, Map.of("name", "Mine")).status()).isEqualTo(404);
                assertThat(asNorth.put(path + "/password", Map.of("password", Town.PASSWORD))
                                .status())
                        .isEqualTo(404);
                assertThat(asNorth.delete(path).status()).isEqualTo(404);
                refused(asNorth.post(
                        "/api/v1/users/delete",
                        Map.of("ids", List.of(hidden.id().toString()))));
            });
            assertThat(asNorth.get("/api/v1/users?q=" + hidden.email())
                            .json()
                            .path("total")
                            .asInt())
                    .isZero();
            assertThat(asNorth.get("/api/v1/users").body()).doesNotContain(hidden.email());
        }
        assertThat(asNorth.get("/api/v1/partners").body()).contains("initech").doesNotContain("hooli", "acme");
        assertThat(asNorth.get("/api/v1/partners/hooli").status()).isEqualTo(404);
        assertThat(asNorth.patch("/api/v1/partners/hooli", Map.of("name", "Mine"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void noGroupIsNarrowedAroundWhoMayMore() {
        var path = "/api/v1/groups/" + wide;
        unchanged(path, () -> refused(asClerk.patch(path, Map.of("rules", List.of(rule("shop/Orders", "read"))))));
    }

    @Test
    void noRuleIsWidened() {
        var path = "/api/v1/groups/" + office;
        unchanged(path, () -> {
            refused(asClerk.patch(path, Map.of("rules", with(office(), rule("shop/Orders", "read", "delete")))));
            refused(asClerk.patch(
                    path, Map.of("rules", with(office(), rule("cockpit/Applications and areas", "read")))));
            refused(asClerk.patch(path, Map.of("rules", List.of())));
            refused(asClerk.patch(path, Map.of("mode", "exceptions", "defaultAccess", List.of("read"))));
        });
        refused(asClerk.post(
                "/api/v1/groups", Map.of("name", "Mine", "rules", List.of(rule("shop/Orders", "update")))));
        refused(asClerk.post("/api/v1/groups", Map.of("name", "Mine")));
        refused(asClerk.post("/api/v1/groups", Map.of("name", "Mine", "mode", "exceptions")));
        refused(asNorth.post("/api/v1/groups", Map.of("name", "Mine", "rules", List.of(rule("shop/Orders", "read")))));
        refused(asNorth.delete("/api/v1/groups/" + wide + "?moveMembersTo=none"));
        refused(asNorth.patch(path, Map.of("name", "Mine")));
    }

    @Test
    void noMemberIsMovedUpwards() {
        var narrow = group(asClerk, "Narrow", List.of(rule("shop/Orders", "read")));
        var moved = town.add(here, "Mo Moved", Role.NORMAL, Traits.sees("none").in(narrow));
        unchanged("/api/v1/users/" + moved.id(), () -> {
            refused(asClerk.delete("/api/v1/groups/" + narrow + "?moveMembersTo=" + wide));
            var none = asClerk.delete("/api/v1/groups/" + narrow + "?moveMembersTo=none");
            refused(none);
            refused(asClerk.delete("/api/v1/groups/" + narrow + "?moveMembersTo=none&confirm="
                    + none.json().path("confirm").asString("x")));
        });
    }

    @Test
    void structureIsClosed() {
        refused(asClerk.post("/api/v1/applications", Map.of("name", "Mine", "key", "mine")));
        refused(asClerk.post("/api/v1/areas", Map.of("application", "shop", "name", "M", "paths", List.of("/m"))));
        refused(asClerk.patch("/api/v1/areas/" + here.ids().get("areas"), Map.of("gate", "open")));
        refused(asClerk.post("/api/v1/resellers", Map.of("name", "Mine", "key", "mine")));
        refused(asClerk.patch("/api/v1/partners/acme", Map.of("reseller", "north")));
        refused(asNorth.patch("/api/v1/partners/initech", Map.of("reseller", "south")));
        refused(asNorth.post("/api/v1/partners", Map.of("name", "Mine", "key", "mine", "reseller", "south")));
        var own = new LinkedHashMap<String, @Nullable Object>();
        own.put("reseller", null);
        refused(asNorth.patch("/api/v1/partners/initech", own));
    }

    @Test
    void fieldsOfTheOwnerAreNotWritable() {
        var path = "/api/v1/users/" + equal.id();
        unchanged(path, () -> {
            for (var field :
                    List.of("id", "account", "createdBy", "createdAt", "password", "lastSignInAt", "version")) {
                assertThat(asClerk.patch(path, Map.of(field, superior.id().toString()))
                                .status())
                        .as(field)
                        .isIn(400, 422);
            }
        });
        for (var field : List.of("role", "groups", "reseller", "status", "permissions", "dataAccess", "network")) {
            assertThat(asClerk.patch("/api/v1/me", Map.of(field, "x")).status())
                    .as(field)
                    .isIn(400, 422);
        }
    }

    private static Map<String, Object> rule(String area, String... access) {
        return Map.of("area", area, "access", List.of(access), "effect", "allow");
    }

    /** The rules with one in the place of that on the same area. */
    private static List<Map<String, Object>> with(List<Map<String, Object>> rules, Map<String, Object> other) {
        return Stream.concat(
                        rules.stream().filter(rule -> !Objects.equals(rule.get("area"), other.get("area"))),
                        Stream.of(other))
                .toList();
    }

    private static Map<String, Object> user(String name, String role, List<String> groups, @Nullable String reseller) {
        var body = new LinkedHashMap<String, Object>();
        body.put("email", name + "@climbers.example");
        body.put("name", name);
        body.put("password", Town.PASSWORD);
        body.put("role", role);
        body.put("groups", groups);
        if (reseller != null) {
            body.put("reseller", reseller);
        }
        return body;
    }

    private static String group(Visitor by, String name, List<Map<String, Object>> rules) {
        var answer = by.post("/api/v1/groups", Map.of("name", name, "rules", rules));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("id").asString();
    }

    private void unchanged(String path, Runnable attempts) {
        var before = known(mayor.get(path).json());
        attempts.run();
        assertThat(known(mayor.get(path).json())).isEqualTo(before);
    }

    private static Map<String, JsonNode> known(JsonNode thing) {
        var fields = new LinkedHashMap<String, JsonNode>();
        thing.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        fields.remove("lastSignInAt");
        return fields;
    }

    /** Refused for what it is, not for how it is written. */
    private static void refused(Visitor.Answer answer) {
        assertThat(answer.status())
                .as(answer.response().request().method() + " "
                        + answer.response().uri() + " " + answer.body())
                .isIn(403, 404, 409);
        assertThat(StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                        .filter(error -> !error.path("field").asString("").startsWith("ids"))
                        .count())
                .isZero();
    }
}

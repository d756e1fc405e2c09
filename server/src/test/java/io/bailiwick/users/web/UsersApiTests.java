package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Users as scripts see them. */
@PanelTest
class UsersApiTests {
    private static final String PASSWORD = "gravel orchid lantern 47";

    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;
    private int number;

    @Autowired
    UsersApiTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void aCreatedUserIsShownWhole() {
        var created = create(Map.of(
                "name",
                "Dana Reyes",
                "role",
                "normal",
                "groups",
                List.of(cast.desk.toString()),
                "permissions",
                List.of("jobs"),
                "dataAccess",
                Map.of("mode", "selected", "partners", List.of(Cast.INITECH)),
                "reseller",
                Cast.NORTHWIND,
                "timeZone",
                "Europe/Berlin",
                "network",
                List.of("1.1.1.", "10.0.0.0/8"),
                "sharedTickets",
                true));

        assertThat(created.status()).isEqualTo(201);
        var user = created.json();
        var id = user.path("id").asString();
        assertThat(created.header("Location")).isEqualTo("/api/v1/users/" + id);
        assertThat(created.header("ETag")).isEqualTo("\"1\"");
        assertThat(UUID.fromString(id).version()).isEqualTo(7);
        assertThat(user.path("status").asString()).isEqualTo("active");
        assertThat(words(user.path("groups"))).containsExactly(cast.desk.toString());
        assertThat(words(user.path("dataAccess").path("partners"))).containsExactly(Cast.INITECH);
        assertThat(user.path("reseller").asString()).isEqualTo(Cast.NORTHWIND);
        assertThat(words(user.path("network"))).containsExactly("1.1.1.0/24", "10.0.0.0/8");
        assertThat(user.path("createdBy").asString()).isEqualTo("Ada Lovelace");
        assertThat(user.path("mustChangePassword").asBoolean()).isFalse();
        assertThat(created.body()).doesNotContain("argon2").doesNotContain(PASSWORD);
        assertThat(ada.get("/api/v1/users/" + id).json()).isEqualTo(user);
    }

    @Test
    void anUnknownFieldIsMalformed() {
        assertThat(create(Map.of("name", "X", "isAdmin", true)).status()).isEqualTo(400);
        assertThat(create(Map.of("name", "X", "status", "active")).status()).isEqualTo(400);
        assertThat(create(Map.of("name", 7)).status()).isEqualTo(400);
        assertThat(ada.patch(path(fresh()), Map.of("password", PASSWORD)).status())
                .isEqualTo(400);
        assertThat(ada.patch(path(fresh()), Map.of("createdBy", "me")).status()).isEqualTo(400);
    }

    @Test
    void everyFaultNamesItsField() {
        var answer = ada.post(
                "/api/v1/users",
                Map.of("email", "nobody", "password", "short", "network", List.of("10.", "300.1.1.1")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(fields(answer)).containsExactlyInAnyOrder("email", "name", "password", "network[1]");
    }

    @Test
    void aTakenAddressIsAConflict() {
        var answer = ada.post(
                "/api/v1/users",
                Map.of("email", "ADA@northgate.example", "name", "Ada Again", "role", "normal", "password", PASSWORD));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).contains("belongs to somebody else");
    }

    @Test
    void aPatchChangesWhatItNames() {
        var user = fresh();

        var answer = ada.patch(path(user), Map.of("name", "Renamed", "timeZone", "Asia/Tokyo"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"2\"");
        assertThat(answer.json().path("name").asString()).isEqualTo("Renamed");
        assertThat(answer.json().path("email")).isEqualTo(user.path("email"));
        var emptied = new HashMap<String, Object>();
        emptied.put("timeZone", null);
        assertThat(ada.patch(path(user), emptied).json().path("timeZone").asString())
                .isEqualTo("UTC");
    }

    @Test
    void dataAccessFollowsTheRoleUnlessItIsNamed() {
        var user = fresh();

        var raised = ada.patch(path(user), Map.of("role", "administrator"));
        assertThat(raised.json().path("dataAccess").path("mode").asString()).isEqualTo("all");
        var lowered = ada.patch(path(user), Map.of("role", "normal"));
        assertThat(lowered.json().path("dataAccess").path("mode").asString()).isEqualTo("none");
        var selected =
                ada.patch(path(user), Map.of("dataAccess", Map.of("mode", "selected", "partners", List.of(Cast.ACME))));
        assertThat(words(selected.json().path("dataAccess").path("partners"))).containsExactly(Cast.ACME);
        var all = ada.patch(path(user), Map.of("dataAccess", Map.of("mode", "all")));
        assertThat(all.json().path("dataAccess").path("mode").asString()).isEqualTo("all");
        assertThat(ada.patch(path(user), Map.of("role", "partner")).status()).isEqualTo(422);
    }

    @Test
    void aStaleVersionIsAPreconditionFailed() {
        var user = fresh();
        var stale = Map.of("If-Match", "\"7\"");

        assertThat(ada.send("PATCH", path(user), Map.of("name", "X"), stale).status())
                .isEqualTo(412);
        assertThat(ada.send("DELETE", path(user), null, stale).status()).isEqualTo(412);
        assertThat(ada.send("PUT", path(user) + "/password", Map.of("password", PASSWORD + 8), stale)
                        .status())
                .isEqualTo(412);
        assertThat(ada.send("PATCH", path(user), Map.of("name", "X"), Map.of("If-Match", "\"1\""))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void disablingAndDeletingEndSessionsAtOnce() {
        var person = cast.extra("Short Lived");
        var visitor = panel.signIn(person);
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(200);

        ada.patch("/api/v1/users/" + person.id(), Map.of("status", "disabled"));
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(401);
        ada.patch("/api/v1/users/" + person.id(), Map.of("status", "active"));
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(401);
        visitor.signIn(person);
        assertThat(ada.delete("/api/v1/users/" + person.id()).status()).isEqualTo(204);
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(ada.get("/api/v1/users/" + person.id()).status()).isEqualTo(404);
    }

    @Test
    void aSetPasswordEndsSessionsAndIsDueByDefault() {
        var person = cast.extra("Forgetful");
        var visitor = panel.signIn(person);

        var answer =
                ada.put("/api/v1/users/" + person.id() + "/password", Map.of("password", "vellum quorum 9 tadpole"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(ada.get("/api/v1/users/" + person.id())
                        .json()
                        .path("mustChangePassword")
                        .asBoolean())
                .isTrue();
        var weak = ada.put("/api/v1/users/" + person.id() + "/password", Map.of("password", "Forgetful Forgetful"));
        assertThat(weak.status()).isEqualTo(422);
        assertThat(fields(weak)).containsExactly("password");
        var kept = Map.of("password", "vellum quorum 9 kestrel", "mustChange", false);
        assertThat(ada.put("/api/v1/users/" + person.id() + "/password", kept).status())
                .isEqualTo(204);
        assertThat(ada.get("/api/v1/users/" + person.id())
                        .json()
                        .path("mustChangePassword")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void manyAreDeletedTogetherOrNotAtAll() {
        var one = fresh().path("id").asString();
        var two = fresh().path("id").asString();

        var refused = ada.post(
                "/api/v1/users/delete", Map.of("ids", List.of(one, cast.ada.id().toString(), two)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(fields(refused)).containsExactly("ids[1]");
        assertThat(ada.get("/api/v1/users/" + one).status()).isEqualTo(200);

        var done = ada.post("/api/v1/users/delete", Map.of("ids", List.of(one, two)));
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().path("deleted").asInt()).isEqualTo(2);
        assertThat(ada.get("/api/v1/users/" + one).status()).isEqualTo(404);
        assertThat(ada.post("/api/v1/users/delete", Map.of("ids", List.of())).status())
                .isEqualTo(422);
        assertThat(ada.post("/api/v1/users/delete", Map.of("ids", List.of("x"))).status())
                .isEqualTo(422);
    }

    @Test
    void takingAwayTheLastGroupAsksFirst() {
        var user = create(Map.of("name", "Grouped", "role", "normal", "groups", List.of(cast.desk.toString())))
                .json();
        var change = Map.of("groups", List.of());

        var asked = ada.patch(path(user), change);

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().path("difference").path("groupsBefore").size()).isEqualTo(1);
        var token = asked.json().path("confirm").asString();
        assertThat(ada.patch(path(user) + "?confirm=" + token, change).status()).isEqualTo(200);
    }

    @Test
    void aListIsFilteredSortedAndPaged() {
        var domain = "paged" + UUID.randomUUID().toString().substring(0, 8) + ".example";
        for (var name : List.of("Aaron", "Berta", "Cesar")) {
            create(Map.of(
                    "name", name, "role", "normal", "email", name.toLowerCase(java.util.Locale.ROOT) + "@" + domain));
        }
        var first = ada.get("/api/v1/users?q=" + domain + "&sort=-name&limit=2").json();

        assertThat(names(first)).containsExactly("Cesar", "Berta");
        assertThat(first.path("total").asInt()).isEqualTo(3);
        assertThat(first.path("accountTotal").asInt()).isGreaterThan(10);
        assertThat(first.has("totalIsAtLeast")).isFalse();
        var rest = ada.get("/api/v1/users?q=" + domain + "&sort=-name&limit=2&after="
                        + first.path("next").asString())
                .json();
        assertThat(names(rest)).containsExactly("Aaron");
        assertThat(rest.has("next")).isFalse();
        assertThat(names(ada.get("/api/v1/users?email=" + domain + "&name=bert").json()))
                .containsExactly("Berta");
        assertThat(names(ada.get("/api/v1/users?role=partner&partner=" + Cast.GLOBEX)
                        .json()))
                .contains("Paul Globex")
                .doesNotContain("Pia Acme", "Sami Aalto");
        assertThat(names(ada.get("/api/v1/users?group=desk&reseller=northwind&role=administrator")
                        .json()))
                .containsExactly("Rita Reseller");
        assertThat(names(ada.get("/api/v1/users?status=disabled&q=dora").json()))
                .containsExactly("Dora Gone");
        for (var wrong : List.of("sort=password", "status=asleep", "role=root", "limit=0", "limit=501")) {
            assertThat(ada.get("/api/v1/users?" + wrong).status()).as(wrong).isEqualTo(422);
        }
        assertThat(ada.get("/api/v1/users?after=x").status()).isEqualTo(400);
    }

    @Test
    void anotherAccountsUsersAreNotThere() {
        var theirs = "/api/v1/users/" + cast.sven.id();

        assertThat(ada.get(theirs).status()).isEqualTo(404);
        assertThat(ada.patch(theirs, Map.of("name", "Mine")).status()).isEqualTo(404);
        assertThat(ada.delete(theirs).status()).isEqualTo(404);
        assertThat(ada.put(theirs + "/password", Map.of("password", PASSWORD)).status())
                .isEqualTo(404);
        assertThat(ada.get("/users/" + cast.sven.id()).status()).isEqualTo(404);
        assertThat(ada.get("/api/v1/users/not-an-id").status()).isEqualTo(404);
        assertThat(ada.get("/api/v1/users?q=shade").json().path("total").asInt())
                .isZero();
        var refused = ada.post(
                "/api/v1/users/delete", Map.of("ids", List.of(cast.sven.id().toString())));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("There is no such user.").doesNotContain("sven");
        assertThat(panel.as(cast.sven)
                        .get("/api/v1/users")
                        .json()
                        .path("accountTotal")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void onlyAdministratorsReachUsers() {
        for (var person : List.of(cast.kevin, cast.pia, cast.nora)) {
            var answer = panel.as(person).get("/api/v1/users");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.json().path("gate").asString()).isEqualTo("role");
        }
        assertThat(panel.visitor().get("/api/v1/users").status()).isEqualTo(401);
        assertThat(panel.as(cast.kim)
                        .delete("/api/v1/users/" + fresh().path("id").asString())
                        .status())
                .as("the group Desk does not delete")
                .isEqualTo(403);
    }

    @Test
    void aLimitedAdministratorGivesNoMoreThanHeHas() {
        var kim = panel.as(cast.kim);
        var form = Map.of(
                "name", "Climber", "email", "climber@northgate.example", "password", PASSWORD, "role", "administrator");

        assertThat(kim.post("/api/v1/users", form).status()).isEqualTo(403);
        assertThat(kim.patch("/api/v1/users/" + cast.grace.id(), Map.of("email", "grace@kim.example"))
                        .status())
                .isEqualTo(403);
        assertThat(kim.put("/api/v1/users/" + cast.ada.id() + "/password", Map.of("password", PASSWORD))
                        .status())
                .isEqualTo(403);
    }

    private JsonNode fresh() {
        return create(Map.of("name", "Fresh", "role", "normal")).json();
    }

    private Answer create(Map<String, ?> fields) {
        var all = new HashMap<String, Object>();
        all.put("email", "fresh" + number++ + "." + System.nanoTime() + "@northgate.example");
        all.put("password", PASSWORD);
        all.putAll(fields);
        return ada.post("/api/v1/users", all);
    }

    private static String path(JsonNode user) {
        return "/api/v1/users/" + user.path("id").asString();
    }

    private static List<String> fields(Answer answer) {
        var fields = new ArrayList<String>();
        answer.json()
                .path("errors")
                .forEach(error -> fields.add(error.path("field").asString()));
        return fields;
    }

    private static List<String> names(JsonNode list) {
        var names = new ArrayList<String>();
        list.path("items").forEach(item -> names.add(item.path("name").asString()));
        return names;
    }

    private static List<String> words(JsonNode array) {
        var words = new ArrayList<String>();
        array.forEach(word -> words.add(word.asString()));
        return words;
    }
}

package io.bailiwick.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town.Traits;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Two accounts with the same things in them: what one makes, says and finds is nothing to the other. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsApartTests {
    private static final List<String> LISTS =
            List.of("users", "groups", "partners", "resellers", "areas", "applications");

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Town.Quarter here;
    private Town.Quarter there;
    private Visitor mayor;
    private Visitor other;
    /** A second unrestricted Administrator of the same account. */
    private Visitor deputy;

    private String user;
    private String alien;

    @BeforeAll
    void settle() {
        here = town.quarter("East");
        there = town.quarter("West");
        mayor = panel.signIn(here.mayor());
        other = panel.signIn(there.mayor());
        deputy = panel.signIn(town.add(here, "Dee Deputy", Role.ADMINISTRATOR, Traits.NONE));
        var mine = town.add(here, "Mia Mine", Role.NORMAL, Traits.sees("none").in(here.desk()));
        var theirs =
                town.add(there, "Thea Theirs", Role.NORMAL, Traits.sees("none").in(there.desk()));
        user = mine.id().toString();
        alien = theirs.id().toString();
        for (var visitor : List.of(mayor, other)) {
            assertThat(visitor.post("/api/v1/groups", Map.of("name", "Second")).status())
                    .isEqualTo(201);
            assertThat(visitor.post("/api/v1/partners", Map.of("name", "Second", "key", "second"))
                            .status())
                    .isEqualTo(201);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "groups", "partners", "resellers", "areas", "applications"})
    void aCursorIsGoodForWhoeverItWasGivenTo(String list) {
        var page = "/api/v1/" + list + "?limit=1";
        var cursor = mayor.get(page).json().path("next").asString();

        assertThat(cursor).isNotEmpty();
        assertThat(mayor.get(page + "&after=" + cursor).status()).isEqualTo(200);
        assertThat(other.get(page + "&after=" + cursor).status())
                .as("another account")
                .isEqualTo(400);
        assertThat(deputy.get(page + "&after=" + cursor).status())
                .as("another actor")
                .isEqualTo(400);
        for (var another : LISTS) {
            if (!another.equals(list)) {
                assertThat(mayor.get("/api/v1/" + another + "?limit=1&after=" + cursor)
                                .status())
                        .as(another)
                        .isEqualTo(400);
            }
        }
    }

    @Test
    void aConfirmationIsGoodForWhoeverWasAsked() {
        var token = asked(mayor, here.desk());

        assertThat(deputy.delete(deletion(here.desk(), token)).status())
                .as("another actor")
                .isEqualTo(409);
        assertThat(other.delete(deletion(there.desk(), token)).status())
                .as("another account")
                .isEqualTo(409);
        assertThat(mayor.delete(deletion(here.desk(), asked(other, there.desk())))
                        .status())
                .isEqualTo(409);
        assertThat(mayor.delete(deletion(here.desk(), asked(deputy, here.desk())))
                        .status())
                .isEqualTo(409);
        assertThat(mayor.get("/api/v1/groups/" + here.desk()).status()).isEqualTo(200);
    }

    @Test
    void theIdInThePathCountsAndNoneInTheBodyIsTaken() {
        for (var field : List.of("id", "account", "accountId", "version", "createdAt")) {
            for (var thing : List.of(
                    "users/" + user,
                    "groups/" + here.desk(),
                    "partners/" + here.ids().get("partners"))) {
                assertThat(mayor.patch("/api/v1/" + thing, Map.of(field, alien)).status())
                        .as(field + " of " + thing)
                        .isEqualTo(400);
            }
        }
        var headers = Map.of(
                "X-Account",
                there.account().shortId(),
                "X-Tenant-Id",
                there.account().id().toString());
        assertThat(mayor.send("GET", "/api/v1/users/" + alien, null, headers).status())
                .isEqualTo(404);
        assertThat(mayor.get("/api/v1/users/" + alien + "?account="
                                + there.account().shortId())
                        .status())
                .as("no call knows such a name")
                .isEqualTo(400);
    }

    @Test
    void whatABodyNamesIsLookedForInOnesOwnAccount() {
        var alienGroup = there.desk();
        var before = other.get("/api/v1/users/" + alien).body();

        refused(mayor.patch("/api/v1/users/" + user, Map.of("groups", List.of(alienGroup))), 422);
        refused(mayor.post("/api/v1/users/delete", Map.of("ids", List.of(user, alien))), 409);
        refused(mayor.delete("/api/v1/groups/" + here.desk() + "?moveMembersTo=" + alienGroup), 422);
        var alienRule = Map.of("area", there.ids().get("areas"), "access", List.of("read"), "effect", "allow");
        refused(mayor.post("/api/v1/groups", Map.of("name", "Reaching", "rules", List.of(alienRule))), 422);
        var alienArea = Map.of(
                "application", there.ids().get("applications"), "name", "Reaching", "paths", List.of("/reaching"));
        refused(mayor.post("/api/v1/areas", alienArea), 422);
        refused(
                mayor.post(
                        "/api/v1/partners",
                        Map.of(
                                "name",
                                "Reaching",
                                "key",
                                "reaching",
                                "reseller",
                                there.ids().get("resellers"))),
                422);
        assertThat(mayor.get("/api/v1/users/" + user).status()).isEqualTo(200);
        assertThat(other.get("/api/v1/users/" + alien).body()).isEqualTo(before);
        assertThat(mayor.get("/api/v1/explain?method=GET&path=/users&user=" + alien)
                        .status())
                .isEqualTo(404);
        var asked = "/api/v1/explain?method=GET&path=/orders&user=" + user + "&application=";
        assertThat(mayor.get(asked + there.ids().get("applications")).body())
                .isEqualTo(mayor.get(asked + UUID.randomUUID()).body())
                .contains("There is no such application");
    }

    @ParameterizedTest
    @ValueSource(strings = {"users", "groups", "partners", "resellers", "areas", "applications"})
    void listsSearchAndCountsKnowOnlyOnesOwn(String list) {
        var mine = ids(mayor, list, "");
        var theirs = ids(other, list, "");
        assertThat(mine).isNotEmpty().doesNotContainAnyElementsOf(theirs);

        var total = mayor.get("/api/v1/" + list).json().path("total").asInt();
        assertThat(total).isEqualTo(mine.size());
        for (var word : List.of(
                "e", "Second", "acme", "Desk", "thea", "West", there.account().shortId())) {
            var found = ids(mayor, list, word);
            assertThat(mine).as(word).containsAll(found);
            assertThat(mayor.get("/api/v1/" + list + "?q=" + word)
                            .json()
                            .path("total")
                            .asInt())
                    .as(word)
                    .isEqualTo(found.size());
        }
    }

    @Test
    void theNumberOfUsersIsThatOfOnesOwnAccount() {
        var count =
                mayor.get("/api/v1/users?limit=1").json().path("accountTotal").asInt();
        town.add(there, "Nell Newcomer", Role.NORMAL, Traits.sees("none"));

        assertThat(mayor.get("/api/v1/users?limit=1")
                        .json()
                        .path("accountTotal")
                        .asInt())
                .isEqualTo(count);
        assertThat(mayor.get("/api/v1/users?q=newcomer").json().path("total").asInt())
                .isZero();
        assertThat(mayor.get("/users?q=newcomer").body()).doesNotContain("Nell");
    }

    private static String deletion(String group, String token) {
        return "/api/v1/groups/" + group + "?moveMembersTo=none&confirm=" + token;
    }

    private static String asked(Visitor visitor, String group) {
        var answer = visitor.delete("/api/v1/groups/" + group + "?moveMembersTo=none");
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        return answer.json().path("confirm").asString();
    }

    private static void refused(Visitor.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain("Theirs", "West");
    }

    private static Set<String> ids(Visitor visitor, String list, String word) {
        var ids = new HashSet<String>();
        visitor.get("/api/v1/" + list + "?limit=500&q=" + word)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asString()));
        return ids;
    }
}

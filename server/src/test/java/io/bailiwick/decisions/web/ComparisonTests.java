package io.bailiwick.decisions.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Two users, or two groups, side by side. */
@PanelTest
class ComparisonTests {
    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    ComparisonTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void usersAreComparedFieldByFieldAndAreaByArea() {
        var answer = ada.get("/api/v1/users/" + cast.kim.id() + "/compare?with=" + cast.rita.email());

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(names(answer.json().path("fields"))).containsExactly("reseller");
        assertThat(answer.json().path("fields").get(0).path("one").size()).isZero();
        assertThat(answer.json().path("fields").get(0).path("other").get(0).asString())
                .isEqualTo(Cast.NORTHWIND);
        assertThat(answer.json().path("areas").size()).isZero();
        assertThat(answer.json().path("sameAreas").asInt()).isGreaterThan(5);

        var apart = ada.get("/api/v1/users/" + cast.ada.id() + "/compare?with=" + cast.kim.id())
                .json();
        assertThat(names(apart.path("fields")))
                .contains("permissions", "groups")
                .doesNotContain("role");
        var users = named(apart.path("areas"), "Users");
        assertThat(users.path("one").path("allowed").size()).isEqualTo(4);
        assertThat(users.path("other").path("allowed").size()).isEqualTo(3);
    }

    @Test
    void allIsShownWhenItIsAskedFor() {
        var all = ada.get("/api/v1/users/" + cast.kim.id() + "/compare?with=" + cast.rita.id() + "&all=true")
                .json();

        assertThat(all.path("fields").size()).isEqualTo(9);
        assertThat(all.path("areas").size()).isEqualTo(all.path("sameAreas").asInt());
        var page = ada.get("/users/" + cast.kim.id() + "/compare?with=" + cast.rita.id() + "&all=true")
                .body();
        assertThat(page).contains("Only differences", "Must change the password", "Resellers");
    }

    @Test
    void groupsAreComparedByWhatEachOpensAndDenies() {
        var one = group("Compared one", "deny");
        var other = group("Compared other", "allow");
        var answer = ada.get("/api/v1/groups/" + one + "/compare?with=" + other).json();

        assertThat(answer.path("areas").size()).isEqualTo(1);
        var users = named(answer.path("areas"), "Users");
        assertThat(users.path("one").path("denied").get(0).asString()).isEqualTo("delete");
        assertThat(users.path("other").path("allowed").get(0).asString()).isEqualTo("delete");
        assertThat(ada.get("/groups/" + one + "/compare?with=" + other).body())
                .contains("Compared one denies Delete.", "Only Compared other: Delete.");
        assertThat(ada.get("/groups/" + one + "/compare").body()).contains("Choose another group");
        assertThat(ada.get("/groups/" + one + "/compare/options?q=compared").body())
                .contains("Compared other")
                .doesNotContain("Compared one");
    }

    @Test
    void twoChosenInTheListAreCompared() {
        var led = ada.formWithoutToken("/users/compare", fields(cast.kim.id().toString()));
        assertThat(led.header("Location")).isEqualTo("/users");

        assertThat(ada.get("/users").body()).contains("formaction=\"/users/compare\"");
    }

    @Test
    void whoIsOutOfSightIsNotCompared() {
        var rita = panel.as(cast.rita);
        var own = "/api/v1/users/" + cast.rita.id() + "/compare?with=";

        assertThat(rita.get(own + cast.rolf.id()).status()).isEqualTo(200);
        for (var unseen : new Cast.Person[] {cast.sami, cast.sven}) {
            assertThat(rita.get(own + unseen.id()).status()).isEqualTo(404);
            assertThat(rita.get(own + unseen.email()).status()).isEqualTo(404);
            assertThat(rita.get("/users/" + cast.rita.id() + "/compare?with=" + unseen.email())
                            .body())
                    .contains("There is no user");
        }
        assertThat(ada.get("/api/v1/users/" + cast.ada.id() + "/compare").status())
                .isEqualTo(422);
        assertThat(ada.get("/api/v1/groups/" + cast.desk + "/compare?with=none").status())
                .isEqualTo(404);
    }

    private Map<String, String> fields(String id) {
        return Map.of("id", id, "_csrf", ada.csrf());
    }

    private String group(String name, String effect) {
        var rules = List.of(
                Map.of("area", "cockpit/Groups", "access", List.of("read"), "effect", "allow"),
                Map.of("area", "cockpit/Users", "access", List.of("delete"), "effect", effect));
        var made = ada.post("/api/v1/groups", Map.of("name", name, "rules", rules));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    private static List<String> names(JsonNode fields) {
        var names = new ArrayList<String>();
        fields.forEach(field -> names.add(field.path("name").asString()));
        return names;
    }

    private static JsonNode named(JsonNode items, String name) {
        for (var item : items) {
            if (item.path("name").asString().equals(name)) {
                return item;
            }
        }
        throw new AssertionError("no " + name);
    }
}

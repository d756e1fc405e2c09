package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Edits that are not saved can be asked about: they are judged as if they were, and nothing is saved. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainDraftTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    private Town.Quarter here;
    private Visitor mayor;
    private Cast.Person clerk;

    @BeforeAll
    void settle() {
        here = town.quarter("Drafts");
        mayor = panel.signIn(here.mayor());
        clerk = town.add(here, "Clara Clerk", Role.ADMINISTRATOR, Traits.NONE.in(here.desk()));
    }

    @Test
    void aGroupIsJudgedAsItWouldBe() {
        var rules = List.of(Map.of("area", "cockpit/Users", "access", List.of("delete"), "effect", "allow"));
        var asked = Map.of(
                "user",
                clerk.email(),
                "method",
                "DELETE",
                "path",
                "/api/v1/users/" + clerk.id(),
                "draft",
                Map.of("group", Map.of("id", here.desk(), "rules", rules)));

        assertThat(explained().path("gate").asString()).isEqualTo("groups");
        var then = mayor.post("/api/v1/explain", asked);
        assertThat(then.status()).as(then.body()).isEqualTo(200);
        assertThat(then.json().path("allowed").asBoolean()).isTrue();
        assertThat(explained().path("allowed").asBoolean())
                .as("nothing is saved")
                .isFalse();
    }

    @Test
    void aUserIsJudgedAsHeWouldBe() {
        var asked = Map.of(
                "user",
                clerk.email(),
                "method",
                "DELETE",
                "path",
                "/api/v1/users/" + clerk.id(),
                "draft",
                Map.of("user", Map.of("groups", List.of())));

        assertThat(mayor.post("/api/v1/explain", asked).json().path("allowed").asBoolean())
                .isTrue();
        var lower = Map.of(
                "user",
                clerk.email(),
                "method",
                "GET",
                "path",
                "/users",
                "draft",
                Map.of("user", Map.of("role", "normal")));
        assertThat(mayor.post("/api/v1/explain", lower).json().path("gate").asString())
                .isEqualTo("role");
        assertThat(mayor.get("/api/v1/users/" + clerk.id()).json().path("role").asString())
                .isEqualTo("administrator");
    }

    @Test
    void groupAndUserAreJudgedTogether() {
        var asked = Map.of(
                "user",
                clerk.email(),
                "method",
                "GET",
                "path",
                "/partners",
                "draft",
                Map.of(
                        "user", Map.of("groups", List.of(here.desk())),
                        "group",
                                Map.of(
                                        "id", here.desk(),
                                        "mode", "exceptions",
                                        "defaultAccess", List.of("read"))));
        assertThat(mayor.post("/api/v1/explain", asked).json().path("allowed").asBoolean())
                .isTrue();
    }

    @Test
    void whatCannotBeIsSaidAndWhatIsUnseenIsNotThere() {
        var base = Map.of("user", clerk.email(), "method", "GET", "path", "/users");
        assertThat(post(base, Map.of("group", Map.of("mode", "exceptions"))).status())
                .isEqualTo(422);
        assertThat(post(base, Map.of("group", Map.of("id", here.desk(), "mode", "nonsense")))
                        .status())
                .isEqualTo(422);
        assertThat(post(base, Map.of("group", Map.of("id", here.desk(), "colour", "red")))
                        .status())
                .isEqualTo(400);
        assertThat(post(base, Map.of("group", Map.of("id", clerk.id().toString())))
                        .status())
                .isEqualTo(404);
        assertThat(mayor.post("/api/v1/explain", Map.of("user", clerk.email())).status())
                .isEqualTo(422);
    }

    @Test
    void theBoxBesideAGroupAnswersForTheFormAsItStands() {
        var users = mayor.get("/api/v1/areas?application=cockpit&q=Users")
                .json()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        var answer = mayor.form("/explain/panel", form(users, "delete"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("id=\"explain-answer\"", "Allowed: every gate is open");
        assertThat(mayor.form("/explain/panel", form(users, "nonsense")).body()).contains("Choose among");
        assertThat(panel.signIn(clerk)
                        .form("/explain/panel", form(users, "read"))
                        .status())
                .isEqualTo(403);
    }

    /** The group's form as it would be posted with its default access turned on. */
    private Map<String, String> form(String area, String action) {
        return Map.of(
                "explain.group",
                here.desk().toString(),
                "explain.member",
                clerk.id().toString(),
                "explain.area",
                area,
                "explain.action",
                action,
                "base",
                "only-listed 0",
                "mode",
                "exceptions",
                "default.delete",
                "allow");
    }

    private Visitor.Answer post(Map<String, ?> base, Map<String, ?> draft) {
        var asked = new java.util.HashMap<String, Object>(base);
        asked.put("draft", draft);
        return mayor.post("/api/v1/explain", asked);
    }

    private tools.jackson.databind.JsonNode explained() {
        return mayor.get("/api/v1/explain?user=" + clerk.id() + "&method=DELETE&path=/api/v1/users/" + clerk.id())
                .json();
    }
}

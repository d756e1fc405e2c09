package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.strings.NaughtyStrings;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Searches that somebody keeps for himself. */
@PanelTest
class SavedViewsTests {
    private static final String CALL = "/api/v1/users/views";

    private final Cast cast;
    private final Panel panel;
    private final Visitor grace;

    @Autowired
    SavedViewsTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        grace = panel.as(cast.grace);
    }

    @AfterEach
    void forget() {
        grace.get(CALL)
                .json()
                .path("items")
                .forEach(view -> grace.delete(CALL + "/" + view.path("id").asString()));
    }

    @Test
    void aSearchIsKeptListedChangedAndForgotten() {
        var kept = grace.post(CALL, Map.of("name", " Partners of Acme ", "q", "partner:acme", "sort", "-name"));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        var path = kept.header("Location");
        assertThat(kept.json().path("name").asString()).isEqualTo("Partners of Acme");
        assertThat(grace.get(CALL).json().path("total").asInt()).isEqualTo(1);

        var changed = grace.patch(path, Map.of("name", "Acme"));
        assertThat(changed.json().path("q").asString()).isEqualTo("partner:acme");
        assertThat(changed.json().path("sort").asString()).isEqualTo("-name");
        assertThat(grace.get("/users").body())
                .contains("<a href=\"/users?q=partner%3Aacme&amp;sort=-name\">Acme<span class=\"n\"");
        assertThat(grace.get("/users?q=partner:acme&sort=-name").body())
                .containsPattern("aria-current=\"page\">Acme<span");
        assertThat(grace.get("/users/views/counts").body())
                .containsPattern("id=\"count-" + changed.json().path("id").asString() + "\"[^>]*>[1-9]");

        assertThat(grace.delete(path).status()).isEqualTo(204);
        assertThat(grace.delete(path).status()).isEqualTo(404);
        assertThat(grace.get("/users").body()).doesNotContain(">Acme<span");
    }

    @Test
    void nobodySeesThoseOfAnother() {
        var path = keep("Mine", "role:partner");

        for (var other : new Visitor[] {panel.as(cast.ada), panel.as(cast.sven)}) {
            assertThat(other.get(CALL).body()).doesNotContain("Mine");
            assertThat(other.get("/users").body()).doesNotContain(">Mine<");
            assertThat(other.patch(path, Map.of("name", "Theirs")).status()).isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
            assertThat(other.form(path.replace("/api/v1", ""), Map.of("name", "Theirs"))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(grace.get(CALL).body()).contains("Mine");
        assertThat(panel.as(cast.nora).get(CALL).status()).isEqualTo(403);
    }

    @Test
    void whatCannotBeKeptIsRefusedWithWords() {
        keep("Taken", "role:partner");

        refused(422, Map.of("name", "", "q", "a"), "name");
        refused(422, Map.of("name", "x".repeat(61), "q", "a"), "name");
        refused(422, Map.of("name", "a\r\nBcc: x@y.example", "q", "a"), "name");
        refused(422, Map.of("name", "Nothing", "q", " "), "q");
        refused(422, Map.of("name", "Wrong", "q", "statis:locked"), "q");
        refused(422, Map.of("name", "Nul", "q", "group:\"a\0b\""), "q");
        refused(422, Map.of("name", "Order", "q", "a", "sort", "password"), "sort");
        refused(409, Map.of("name", "TAKEN", "q", "role:normal"), "");
        assertThat(grace.get(CALL).json().path("total").asInt()).isEqualTo(1);
    }

    @Test
    void thereAreNoMoreThanTwenty() {
        for (int each = 0; each < 20; each++) {
            keep("View " + each, "role:partner");
        }
        refused(409, Map.of("name", "One more", "q", "role:normal"), "");
    }

    @Test
    void anyNameComesBackAsItWasTyped() {
        for (var name : NaughtyStrings.together(
                NaughtyStrings.ALL.stream()
                        .filter(text -> !text.isBlank() && text.length() <= 60)
                        .toList(),
                " ",
                60)) {
            var kept = grace.post(CALL, Map.of("name", name, "q", "role:partner"));
            if (!NaughtyStrings.isOneLine(name) || !NaughtyStrings.isVisible(name)) {
                assertThat(kept.status()).as(name).isEqualTo(422);
                continue;
            }
            assertThat(kept.json().path("name").asString()).as(kept.body()).isEqualTo(name);
            grace.delete(kept.header("Location"));
        }
    }

    @Test
    void itIsKeptCalledOtherwiseAndForgottenWithoutScript() {
        assertThat(grace.get("/users?q=role:partner%20nobody").body())
                .contains("href=\"/users/views/new?q=role%3Apartner%20nobody\"");
        var refused = grace.form("/users/views", Map.of("name", "", "q", "role:partner nobody", "sort", ""));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Give the view a name", "value=\"role:partner nobody\"");
        var kept = grace.form("/users/views", Map.of("name", "Nobodies", "q", "role:partner nobody", "sort", ""));
        assertThat(kept.header("Location")).endsWith("/users?q=role%3Apartner%20nobody");
        assertThat(grace.get("/users").body()).contains("Nobodies is a tab now.", "Edit views");

        var view = "/users/views/" + only().path("id").asString();
        assertThat(grace.get("/users/views?rename=" + only().path("id").asString())
                        .body())
                .contains("value=\"Nobodies\"");
        var unnamed = grace.form(view, Map.of("name", "x".repeat(61)));
        assertThat(unnamed.status()).isEqualTo(422);
        assertThat(unnamed.body()).contains("x".repeat(61), "1 to 60 characters");
        assertThat(grace.form(view, Map.of("name", "Somebodies")).status()).isEqualTo(303);
        assertThat(only().path("name").asString()).isEqualTo("Somebodies");
        assertThat(grace.form(view + "/delete", Map.of()).status()).isEqualTo(303);
        assertThat(grace.get("/users/views").body()).contains("No views yet");
    }

    @Test
    void oneThatMeansNothingAnyMoreCountsNobody() {
        var group = panel.as(cast.ada)
                .post("/api/v1/groups", Map.of("name", "Short-lived " + System.nanoTime()))
                .json();
        keep("Of the group", "group:" + group.path("id").asString());
        panel.as(cast.ada).delete("/api/v1/groups/" + group.path("id").asString());

        assertThat(grace.get("/users/views/counts").body())
                .as("a search that means nothing any more counts nobody")
                .containsPattern("id=\"count-" + only().path("id").asString() + "\"[^>]*>[–0]");
    }

    private JsonNode only() {
        return grace.get(CALL).json().path("items").path(0);
    }

    private String keep(String name, String q) {
        var kept = grace.post(CALL, Map.of("name", name, "q", q));
        assertThat(kept.status()).as(kept.body()).isEqualTo(201);
        return kept.header("Location");
    }

    private void refused(int status, Map<String, String> form, String field) {
        var answer = grace.post(CALL, form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        if (status == 422) {
            assertThat(answer.json().path("errors").findValuesAsString("field")).containsExactly(field);
        }
    }
}

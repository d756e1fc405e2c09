package io.bailiwick.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What problems say: what was wrong with a request, and what is taken instead. */
@PanelTest
class ProblemsTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Test
    void aFieldThatStandsTwiceIsNamed() {
        var ada = panel.as(cast.ada);
        var data = "\"dataAccess\":{\"mode\":\"selected\",\"mode\":{\"x\":1}}";
        for (var twice : Map.of(
                        "{\"name\":\"Twice\",\"key\":\"one\",\"key\":\"two\"}",
                        "key",
                        "{\"email\":\"x\"," + data + "}",
                        "mode")
                .entrySet()) {
            var list = twice.getKey().contains("email") ? "users" : "partners";
            for (var answer : List.of(
                    ada.post("/api/v1/" + list, twice.getKey()),
                    ada.patch("/api/v1/users/" + cast.nora.id(), twice.getKey()))) {
                assertThat(answer.status()).isEqualTo(400);
                assertThat(detail(answer))
                        .startsWith("The field `" + twice.getValue() + "` stands twice in one object: send it once")
                        .contains("line 1");
            }
        }
    }

    @Test
    void aBodyThatIsCutOffIsToldSo() {
        assertThat(detail(panel.as(cast.ada).post("/api/v1/partners", "{\"name\":\"Cut")))
                .startsWith("The body ends before its JSON does: look at line 1");
    }

    @Test
    void nothingAmongWhatIsListedIsToldWithTheField() {
        var ada = panel.as(cast.ada);
        var user = "{\"email\":\"null@people.example\",\"name\":\"Null\",\"role\":\"normal\",%s:[null]%s}";
        for (var field : List.of("groups", "permissions", "network")) {
            var answer = ada.post("/api/v1/users", user.formatted("\"" + field + "\"", ""));
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.json().path("errors").path(0).path("field").asString())
                    .isEqualTo(field);
            assertThat(answer.json().path("errors").path(0).path("message").asString())
                    .isEqualTo("One of the entries is `null`. Leave it out.");
        }
        var data = user.formatted("\"dataAccess\":{\"mode\":\"selected\",\"partners\"", "}");
        assertThat(ada.post("/api/v1/users", data).json().path("errors").findValuesAsString("field"))
                .contains("dataAccess.partners");
        for (var listed : Map.of(
                        "users/bulk",
                                "{\"action\":\"add-to-groups\",\"groups\":[null],\"ids\":[\"" + cast.nora.id() + "\"]}",
                        "users/delete", "{\"ids\":[null]}",
                        "groups", "{\"name\":\"Null\",\"defaultAccess\":[null],\"rules\":[null]}",
                        "areas", "{\"application\":\"cockpit\",\"name\":\"Null\",\"paths\":[null]}")
                .entrySet()) {
            var answer = ada.post("/api/v1/" + listed.getKey(), listed.getValue());
            assertThat(answer.status()).as(listed.getKey() + answer.body()).isBetween(400, 422);
            assertThat(answer.body()).as(listed.getKey()).doesNotContain("``");
        }
    }

    @Test
    void aMethodThatIsNotServedIsAnsweredWithThoseThatAre() {
        var answer = panel.as(cast.ada).put("/api/v1/users", Map.of());
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow").split(", ")).contains("GET", "POST");
        assertThat(detail(answer))
                .isEqualTo("This path does not take `PUT`. It takes `GET` or `POST`: send one of those.");
        assertThat(answer.json().path("type").asString()).isEqualTo("urn:bailiwick:problem:method-not-allowed");
    }

    @Test
    void aTypeThatIsNotReadOrWrittenIsAnsweredWithThoseThatAre() {
        var ada = panel.as(cast.ada);
        var unread = ada.send("POST", "/api/v1/users", "x", Map.of("Content-Type", "text/x"));
        assertThat(unread.status()).isEqualTo(415);
        assertThat(unread.header("Accept")).contains("application/json");
        assertThat(detail(unread))
                .startsWith("The body is said to be `text/x")
                .contains("which is not read here. Send ", "`application/json`", "say so in `Content-Type`.");
        assertThat(unread.json().path("type").asString()).isEqualTo("urn:bailiwick:problem:unsupported-media-type");

        var unmade = ada.send("GET", "/api/v1/users", null, Map.of("Accept", "image/png"));
        assertThat(unmade.status()).isEqualTo(406);
        assertThat(unmade.header("Accept")).contains("application/json");
        assertThat(detail(unmade)).startsWith("What `Accept` asks for").contains("`application/json`", "leave it out");
        assertThat(unmade.json().path("type").asString()).isEqualTo("urn:bailiwick:problem:not-acceptable");
    }

    @Test
    void everyKindOfProblemHasAName() {
        var ada = panel.as(cast.ada);
        var base = "urn:bailiwick:problem:";
        var untokened = ada.send("POST", "/api/v1/users", Map.of(), Map.of("X-CSRF-Token", ""));
        assertThat(untokened.status()).isEqualTo(403);
        assertThat(untokened.json().path("type").asString()).isEqualTo(base + "csrf-token");
        var traced = ada.send("TRACE", "/api/v1/users", null, Map.of());
        assertThat(traced.json().path("type").asString()).isEqualTo(base + "method-not-allowed");
        assertThat(panel.raw("GET /api/v1/\u0001 HTTP/1.1\nHost: 127.0.0.1")).contains(base + "malformed");
        assertThat(ada.get("/api/v1/users/" + cast.nora.id() + "/none")
                        .json()
                        .path("type")
                        .asString())
                .isEqualTo(base + "not-found");
    }

    private static String detail(Visitor.Answer answer) {
        return answer.json().path("detail").asString();
    }
}

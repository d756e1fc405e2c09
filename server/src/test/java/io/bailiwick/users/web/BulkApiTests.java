package io.bailiwick.users.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Many users at once, as scripts do it. */
@PanelTest
class BulkApiTests {
    private static final String BULK = "/api/v1/users/bulk";
    private static final String DELETE = "/api/v1/users/delete";

    private final Cast cast;
    private final Panel panel;
    private final Visitor ada;

    @Autowired
    BulkApiTests(Cast cast, Panel panel) {
        this.cast = cast;
        this.panel = panel;
        ada = panel.as(cast.ada);
    }

    @Test
    void aSearchIsSelectedPreviewedAndChanged() {
        var word = word();
        cast.extra(word + " One");
        cast.extra(word + " Two");
        var selected = ada.get("/api/v1/users/selection?q=" + word).json();
        assertThat(selected.path("total").asInt()).isEqualTo(2);
        var body = Map.of(
                "action",
                "disable",
                "q",
                word,
                "version",
                selected.path("version").asString());

        var preview = ada.post(BULK, with(body, "preview", true)).json();
        assertThat(preview.path("changing").asInt()).isEqualTo(2);
        assertThat(preview.path("version")).isEqualTo(selected.path("version"));
        assertThat(preview.path("effects").path("administrators").asInt()).isZero();
        assertThat(status(word)).containsOnly("active");

        var done = ada.post(BULK, body);
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(done.json().path("changed").asInt()).isEqualTo(2);
        assertThat(status(word)).containsOnly("disabled");
        var again = ada.post(BULK, body).json();
        assertThat(again.path("changed").asInt()).isZero();
        assertThat(again.path("unchanged").findValuesAsString("reason"))
                .containsExactly("Disabled already.", "Disabled already.");
        cast.extra(word + " Three");
        var stale = ada.post(
                DELETE, Map.of("q", word, "version", selected.path("version").asString()));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.json().path("detail").asString()).contains("3 users now");
    }

    @Test
    void whoIsRefusedIsNamedAndMayBeLeftOut() {
        var one = cast.extra(word()).id().toString();
        var body = Map.<String, Object>of("ids", List.of(one, cast.ada.id().toString()));

        var refused = ada.post(DELETE, body);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("errors").path(0).path("field").asString())
                .isEqualTo("ids[1]");
        assertThat(refused.json().path("errors").path(0).path("message").asString())
                .contains("Nobody deletes themselves");
        var done = ada.post(DELETE, with(body, "withoutRefused", true)).json();
        assertThat(done.path("deleted").asInt()).isEqualTo(1);
        assertThat(done.path("refused").path(0).path("email").asString()).isEqualTo(cast.ada.email());
        assertThat(ada.get("/api/v1/users/" + one).status()).isEqualTo(404);
    }

    @Test
    void groupsAndAccessAreGivenToMany() {
        var one = cast.extra(word()).id().toString();
        var groups = List.of(cast.desk.toString());

        assertThat(ada.post(BULK, Map.of("action", "add-to-groups", "ids", List.of(one), "groups", groups))
                        .status())
                .isEqualTo(200);
        assertThat(ada.get("/api/v1/users/" + one).json().path("groups").path(0).asString())
                .isEqualTo(cast.desk.toString());
        var leave = Map.of("action", "remove-from-groups", "ids", List.of(one), "groups", groups);
        var asked = ada.post(BULK, leave);
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.json().path("difference").path("withoutGroup").asInt()).isEqualTo(1);
        var token = asked.json().path("confirm").asString();
        var wide = Map.of("name", "Wide " + UUID.randomUUID(), "defaultAccess", List.of("read"));
        var more = List.of(
                cast.desk.toString(),
                ada.post("/api/v1/groups", wide).json().path("id").asString());
        var others = Map.of("action", "remove-from-groups", "ids", List.of(one), "groups", more);
        token = ada.post(BULK, leave).json().path("confirm").asString();
        assertThat(ada.post(BULK + "?confirm=" + token, others).status())
                .as("it confirms what was asked about")
                .isEqualTo(409);
        assertThat(ada.post(BULK + "?confirm=" + token, leave).status()).isEqualTo(200);
        var change = Map.of(
                "action",
                "change",
                "ids",
                List.of(one),
                "role",
                "partner",
                "dataAccess",
                Map.of("mode", "selected", "partners", List.of(Cast.GLOBEX)));
        assertThat(ada.post(BULK, change).json().path("changed").asInt()).isEqualTo(1);
        assertThat(ada.get("/api/v1/users/" + one).json().path("role").asString())
                .isEqualTo("partner");
        ada.delete("/api/v1/users/" + one);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        var one = List.of(cast.nora.id().toString());

        assertThat(ada.post(BULK, Map.of("action", "promote", "ids", one)).status())
                .isEqualTo(422);
        assertThat(ada.post(BULK, Map.of("action", "disable")).status()).isEqualTo(422);
        assertThat(ada.post(BULK, Map.of("action", "disable", "q", "x")).status())
                .as("without a version")
                .isEqualTo(422);
        assertThat(ada.post(BULK, Map.of("action", "disable", "q", "x", "version", "v", "ids", one))
                        .status())
                .isEqualTo(422);
        assertThat(ada.post(BULK, Map.of("action", "disable", "q", "statis:x", "version", "v"))
                        .status())
                .isEqualTo(422);
        assertThat(ada.post(BULK, Map.of("action", "disable", "ids", one, "all", true))
                        .status())
                .isEqualTo(400);
        var many = java.util.stream.Stream.generate(() -> UUID.randomUUID().toString())
                .limit(1_001)
                .toList();
        assertThat(ada.post(DELETE, Map.of("ids", many)).status()).isEqualTo(422);
        assertThat(ada.get("/api/v1/users/selection?q=status:lokced").body()).contains("Did you mean `locked`?");
    }

    @Test
    void nobodyIsSelectedOutOfSight() {
        var rita = panel.as(cast.rita);

        assertThat(ada.get("/api/v1/users/selection?q=sven")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(rita.get("/api/v1/users/selection?q=aalto")
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(rita.get("/api/v1/users/selection").json().path("total").asInt())
                .isEqualTo(rita.get("/api/v1/users").json().path("accountTotal").asInt());
        for (var unseen : List.of(cast.sami.id(), cast.sven.id())) {
            var answer = rita.post(BULK, Map.of("action", "disable", "ids", List.of(unseen.toString())));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.body()).contains("There is no such user.").doesNotContain("@");
        }
        assertThat(rita.post(DELETE, Map.of("ids", List.of(cast.rolf.id().toString())))
                        .status())
                .as("the group Desk does not delete")
                .isEqualTo(403);
    }

    @Test
    void disablingManyEndsTheirSessions() {
        var one = cast.extra(word());
        var visitor = panel.signIn(one);

        ada.post(BULK, Map.of("action", "disable", "ids", List.of(one.id().toString())));

        assertThat(visitor.get("/api/v1/me").status()).isEqualTo(401);
    }

    private List<String> status(String word) {
        var found = new java.util.ArrayList<String>();
        ada.get("/api/v1/users?q=" + word)
                .json()
                .path("items")
                .forEach(item -> found.add(item.path("status").asString()));
        return found;
    }

    private static Map<String, Object> with(Map<String, ?> body, String name, Object value) {
        var all = new java.util.HashMap<String, Object>(body);
        all.put(name, value);
        return all;
    }

    private static String word() {
        return "bulk" + UUID.randomUUID().toString().substring(0, 8);
    }
}

package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Invites people as scripts do it. */
abstract class Inviting {
    static final String CALL = "/api/v1/invitations";
    static final Map<String, Object> NOBODYS_DATA = Map.of("mode", "none");

    final Cast cast;
    final Panel panel;
    final Post post;
    final Visitor ada;
    final JdbcClient jdbc;

    Inviting(Cast cast, Panel panel, JdbcClient jdbc, JsonMapper json) {
        this.cast = cast;
        this.panel = panel;
        this.jdbc = jdbc;
        post = new Post(jdbc, json, cast.northgate.id());
        ada = panel.as(cast.ada);
    }

    String group() {
        return made(Map.of("name", "Wide " + UUID.randomUUID()));
    }

    String readers() {
        var rule = Map.of("area", "cockpit/Users", "access", List.of("read"), "effect", "allow");
        return made(Map.of("name", "Readers " + UUID.randomUUID(), "rules", List.of(rule)));
    }

    String made(Map<String, Object> form) {
        return ada.post("/api/v1/groups", form).json().path("id").asString();
    }

    static Answer invite(Visitor by, List<String> emails, Map<String, Object> more) {
        var form = new LinkedHashMap<String, Object>(Map.of("role", "normal"));
        form.putAll(more);
        form.put("emails", emails);
        return by.post(CALL, form);
    }

    static List<String> outcomes(Answer answer) {
        return answer.json().path("items").findValuesAsString("outcome");
    }

    static String id(Answer answer, int place) {
        var id = answer.json().path("items").path(place).path("user").asString("");
        assertThat(id).as(answer.body()).isNotEmpty();
        return id;
    }

    JsonNode user(Answer answer, int place) {
        return ada.get("/api/v1/users/" + id(answer, place)).json();
    }

    long revision() {
        return Long.parseLong(ada.get("/api/v1/users?limit=1").header("Bailiwick-Revision"));
    }

    static String address() {
        return "i" + UUID.randomUUID() + "@invited.example";
    }
}

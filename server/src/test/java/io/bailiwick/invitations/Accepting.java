package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Accepts invitations as scripts do it. */
abstract class Accepting {
    static final String CALL = "/api/v1/invitation";
    static final String PASSWORD = "gravel orchid lantern 7421";

    final Cast cast;
    final Panel panel;
    final Post post;
    final Visitor ada;
    final Visitor visitor;
    final JdbcClient jdbc;

    Accepting(Cast cast, Panel panel, JdbcClient jdbc, JsonMapper json) {
        this.cast = cast;
        this.panel = panel;
        this.jdbc = jdbc;
        post = new Post(jdbc, json, cast.northgate.id());
        ada = panel.as(cast.ada);
        visitor = panel.visitor();
    }

    /** Somebody who was invited. */
    record Invited(String id, String email, String token) {
        String path() {
            return "/api/v1/users/" + id;
        }
    }

    Invited invite(Visitor by, Map<String, Object> more) {
        var email = address();
        var form = new LinkedHashMap<String, Object>(Map.of("role", "normal"));
        form.putAll(more);
        form.put("emails", List.of("Given Name <" + email + ">"));
        var answer = by.post("/api/v1/invitations", form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var id = answer.json().path("items").path(0).path("user").asString();
        return new Invited(id, email, post.token(email));
    }

    Answer accept(Invited invited) {
        return accept(invited.token(), typed());
    }

    Answer accept(String token, Map<String, Object> typed) {
        var form = new LinkedHashMap<>(typed);
        form.put("token", token);
        return panel.visitor().post(CALL + "/accept", form);
    }

    static Map<String, Object> typed() {
        return Map.of("name", "Dana Reyes", "password", PASSWORD);
    }

    void dead(String token, String... words) {
        var page = visitor.get("/invitation?token=" + token);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains(words);
        var answer = accept(token, typed());
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.json().path("detail").asString()).contains(words);
    }

    /** With a page that says whose fault it is and who can mend it; the administrator's page says the same. */
    void refused(Invited invited, Person inviter) {
        var page = visitor.get("/invitation?token=" + invited.token());
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("Ask another administrator", inviter.name(), "Northgate Telecom");
        assertThat(accept(invited).status()).isEqualTo(409);
        assertThat(ada.get(invited.path()).json().path("status").asString()).isEqualTo("invited");
        assertThat(ada.get("/users/" + invited.id()).body()).contains("It would be refused");
    }

    String group(String... access) {
        var rule = Map.of("area", "cockpit/Users", "access", List.of(access), "effect", "allow");
        var made = ada.post("/api/v1/groups", Map.of("name", "Inviters " + UUID.randomUUID(), "rules", List.of(rule)));
        return made.json().path("id").asString();
    }

    Person person(Invited invited) {
        return new Person(
                new UserId(UUID.fromString(invited.id())),
                cast.northgate,
                invited.email(),
                "Dana Reyes",
                Role.NORMAL,
                PASSWORD);
    }

    static <T> List<T> atOnce(int times, Callable<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = IntStream.range(0, times)
                    .mapToObj(each -> threads.submit(work))
                    .toList();
            return started.stream().map(Accepting::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    static String address() {
        return "a" + UUID.randomUUID() + "@accepted.example";
    }
}

package io.bailiwick.tickets;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.Visitor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People with proven addresses who write tickets. */
record Writers(Panel panel, Cast cast, JdbcClient jdbc) {
    static final String API = "/api/v1/tickets";

    /** Somebody new, signed in, who may use every area that is open to him. */
    Writer writer(String name, String role, @Nullable String reseller, boolean shares) {
        var person = cast.extra(name);
        var change = new HashMap<String, Object>();
        change.put("role", role);
        change.put("sharedTickets", shares);
        if (reseller != null) {
            change.put("reseller", reseller);
            change.put("groups", List.of(resellerGroup()));
        }
        change.put("dataAccess", Map.of("mode", role.equals("administrator") ? "all" : "none"));
        var answer = panel.as(cast.ada).patch("/api/v1/users/" + person.id(), change);
        if (answer.status() == 409) {
            var confirm = answer.json().path("confirm").asString();
            answer = panel.as(cast.ada).patch("/api/v1/users/" + person.id() + "?confirm=" + confirm, change);
        }
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        prove(person);
        return new Writer(person, panel.signIn(person));
    }

    private String resellerGroup() {
        var made = panel.as(cast.ada).post("/api/v1/groups/default-reseller", Map.of());
        return made.json().path("id").asString();
    }

    /** As if the person had followed the link. */
    void prove(Person person) {
        jdbc.sql("update users set email_verified = true where account = :account and id = :id")
                .param("account", person.account().id().value())
                .param("id", person.id().value())
                .update();
    }

    record Writer(Person person, Visitor visitor) {
        String opens(String subject) {
            var answer = visitor.post(API, Map.of("subject", subject, "text", "It does not ring."));
            if (answer.status() != 201) {
                throw new AssertionError(answer.body());
            }
            return answer.json().path("id").asString();
        }

        int sees(String ticket) {
            return visitor.get(API + "/" + ticket).status();
        }

        List<String> listed(String q) {
            return visitor.get(API + "?q=" + q).json().path("items").findValuesAsString("subject");
        }

        Visitor.Answer sends(String path, Map<String, String> fields, String file, String content) {
            var body = new StringBuilder();
            new LinkedHashMap<>(fields)
                    .forEach((name, value) -> body.append("--x\r\nContent-Disposition: form-data; name=\"")
                            .append(name)
                            .append("\"\r\n\r\n")
                            .append(value)
                            .append("\r\n"));
            body.append("--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"")
                    .append(file)
                    .append("\"\r\nContent-Type: text/html\r\n\r\n")
                    .append(content)
                    .append("\r\n--x--\r\n");
            return visitor.send(
                    "POST", path, body.toString(), Map.of("Content-Type", "multipart/form-data; boundary=x"));
        }
    }
}

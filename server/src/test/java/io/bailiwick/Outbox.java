package io.bailiwick;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What was mailed, as it lies in the outbox. */
@Lazy
@TestComponent
public class Outbox {
    private static final Pattern TOKEN = Pattern.compile("token=([^&]+)");

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Outbox(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One letter. */
    public record Letter(JsonNode json) {
        /** Everything that it says. */
        public String text() {
            return json.toString();
        }

        /** Where its button leads; empty without one. */
        public String address() {
            return json.path("button").path("address").asString("");
        }

        /** The token of the link. */
        public String token() {
            var found = TOKEN.matcher(address());
            if (!found.find()) {
                throw new AssertionError("no link in " + text());
            }
            return found.group(1);
        }

        /** The code beside the link. */
        public String code() {
            return json.path("code").asString("");
        }
    }

    /** The letters of a kind to an address, oldest first. */
    public List<Letter> of(String kind, String email) {
        return jdbc.sql("""
                        select letter from mails
                        where kind = :kind and email = :email order by created_at, id
                        """).param("kind", kind).param("email", email).query(String.class).list().stream()
                .map(letter -> new Letter(json.readTree(letter)))
                .toList();
    }

    /** The last letter of a kind to an address, if there is one. */
    public Optional<Letter> last(String kind, String email) {
        var all = of(kind, email);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** Waits until as many were mailed; then the last one. */
    public Letter await(String kind, String email, int number) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(10))
                .until(() -> of(kind, email).size() >= number);
        return of(kind, email).getLast();
    }
}

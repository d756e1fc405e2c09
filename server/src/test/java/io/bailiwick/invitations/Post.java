package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.kernel.AccountId;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The invitations that lie in the outbox, as whoever gets them reads them. */
public final class Post {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AccountId account;

    /** Of that account. */
    public Post(JdbcClient jdbc, JsonMapper json, AccountId account) {
        this.jdbc = jdbc;
        this.json = json;
        this.account = account;
    }

    /** The newest invitation to that address. */
    public JsonNode letter(String email) {
        var letter = jdbc.sql("""
            select letter::text from mails
            where account = :account and email = :email and kind = 'invitation' and state <> 'withdrawn'
            order by created_at desc, id desc limit 1
            """)
                .param("account", account.value())
                .param("email", email)
                .query(String.class)
                .optional();
        assertThat(letter).as("a mail to " + email).isPresent();
        return json.readTree(letter.get());
    }

    /** How many invitations to that address have not been taken back. */
    public long number(String email) {
        return jdbc.sql("""
            select count(*) from mails
            where account = :account and email = :email and kind = 'invitation' and state <> 'withdrawn'
            """)
                .param("account", account.value())
                .param("email", email)
                .query(Long.class)
                .single();
    }

    /** How many invitations to that address are still to leave. */
    public long waiting(String email) {
        return jdbc.sql("""
            select count(*) from mails
            where account = :account and email = :email and kind = 'invitation' and state = 'waiting'
            """)
                .param("account", account.value())
                .param("email", email)
                .query(Long.class)
                .single();
    }

    /** Waits until none is left to leave: what is being handed over at this moment cannot be taken back any more. */
    public void awaitNoneWaiting(String email) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(10)).until(() -> waiting(email) == 0);
    }

    /** The address that the newest one leads to. */
    public String link(String email) {
        return letter(email).path("button").path("address").asString();
    }

    /** What its link carries. */
    public String token(String email) {
        var link = link(email);
        return link.substring(link.indexOf("?token=") + "?token=".length());
    }

    /** Lets the time of the invitation to that address be over. */
    public void expire(String email) {
        for (var table : List.of("links", "invitations")) {
            var ended = jdbc.sql("update " + table + " set expires_at = now() - interval '1 minute'"
                            + " where account = :account and user_id = ("
                            + "select id from users where account = :account and email = :email)")
                    .param("account", account.value())
                    .param("email", email)
                    .update();
            assertThat(ended).isEqualTo(1);
        }
    }
}

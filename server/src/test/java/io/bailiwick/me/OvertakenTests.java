package io.bailiwick.me;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.accounts.Changes;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.Profile;
import io.bailiwick.users.Users;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What one changes of oneself does not get past whoever was quicker. */
@PanelTest
class OvertakenTests {
    private static final String OWN = "vellum quorum 9 tadpole";
    private static final String GIVEN = "kestrel marrow 5 thimble";

    @Autowired
    private Cast cast;

    @Autowired
    private Panel panel;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Users users;

    @Autowired
    private Changes changes;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoIsGivenAPasswordMeanwhileHasThatOne() {
        var person = cast.extra("Olga Overtaken");
        var visitor = panel.signIn(person);

        var answer = meanwhile(
                () -> visitor.put("/api/v1/me/password", Map.of("current", person.password(), "password", OWN)),
                () -> credentials.assign(cast.ada.actor(), person.id(), GIVEN, true, null));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(credentials.verify(cast.northgate.id(), person.email(), GIVEN))
                .isPresent();
        assertThat(users.get(cast.ada.actor(), person.id()).passwordChangeDue()).isTrue();
    }

    @Test
    void whoIsDisabledMeanwhileKeepsTheAddress() {
        var person = cast.extra("Oskar Overtaken");
        var visitor = panel.signIn(person);

        var answer = meanwhile(
                () -> visitor.put(
                        "/api/v1/me/email", Map.of("current", person.password(), "email", "oskar@elsewhere.example")),
                () -> users.update(cast.ada.actor(), person.id(), form -> form.withStatus("disabled"), null, null));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(users.get(cast.ada.actor(), person.id()).email()).isEqualTo(person.email());
    }

    @Test
    void whoTakesAnotherNameMeanwhileKeepsItWithAnotherZone() {
        var person = cast.extra("Ole Overtaken");
        var visitor = panel.signIn(person);

        var answer = meanwhile(
                () -> visitor.patch("/api/v1/me", Map.of("timeZone", "Europe/Oslo")),
                () -> users.introduce(person.actor(), was -> new Profile("Olaf Overtaken", was.timeZone()), null));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("name").asString()).isEqualTo("Olaf Overtaken");
        assertThat(answer.json().path("timeZone").asString()).isEqualTo("Europe/Oslo");
    }

    /** The administrator is at it when the user's request has been judged and waits for the account. */
    private Answer meanwhile(Supplier<Answer> own, Runnable administrators) {
        var answer = transactions.execute(status -> {
            changes.lock(cast.northgate.id());
            var request = CompletableFuture.supplyAsync(own);
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> jdbc.sql(
                                    "select exists (select 1 from pg_stat_activity where datname = current_database()"
                                            + " and wait_event_type = 'Lock')")
                            .query(Boolean.class)
                            .single());
            administrators.run();
            return request;
        });
        return answer.join();
    }
}

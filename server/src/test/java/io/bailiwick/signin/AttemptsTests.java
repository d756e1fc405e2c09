package io.bailiwick.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PanelTest
class AttemptsTests {
    private static final int MANY = 50;

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ForgottenAttempts forgotten;

    @Test
    void fiftyWrongPasswordsAtOnceAreCountedExactly() {
        var person = cast.extra("Vera Victim");
        var session = panel.signIn(person);
        var answers = atOnce(() -> signIn(person.email(), "not the password"));
        var looked = answers.stream().filter(answer -> answer.status() == 401).count();
        assertThat(answers).allMatch(answer -> answer.status() == 401 || answer.status() == 429);
        assertThat(looked).isBetween(5L, 10L);
        assertThat(failures(person.email())).isEqualTo((int) looked);
        assertThat(session.get("/api/v1/me/sessions").status())
                .as("the open session")
                .isEqualTo(200);
    }

    @Test
    void fiftyRightPasswordsAtOnceAllOpenSessions() {
        var person = cast.extra("Rolf Right");
        var answers = atOnce(() -> signIn(person.email(), person.password()));
        assertThat(answers).allMatch(answer -> answer.status() == 201);
        assertThat(failures(person.email())).isZero();
    }

    @Test
    void aClosedDoorSaysWhenItOpensAndLooksAtNoPassword() {
        var person = cast.extra("Lotte Locked");
        closed(person.email(), 12, "90 seconds");
        var answer = signIn(person.email(), person.password());
        assertThat(answer.status()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(80, 90);
        assertThat(answer.json().path("detail").asString())
                .contains("Try again in")
                .contains("seconds");
        assertThat(failures(person.email())).isEqualTo(12);
        var nobody = "nobody.locked@people.example";
        closed(nobody, 12, "90 seconds");
        assertThat(signIn(nobody, "x").status()).isEqualTo(429);
    }

    @Test
    void theDoorStaysClosedTwiceAsLongEachTimeAndNeverLongerThanAQuarterOfAnHour() {
        var email = "doubling@people.example";
        var waits = IntStream.of(3, 4, 5, 8, 20, 2_000_000).mapToObj(failures -> {
            closed(email, failures, "-1 seconds");
            assertThat(signIn(email, "x").status()).isEqualTo(401);
            return wait(email);
        });
        assertThat(waits).containsExactly(0, 1, 2, 16, 900, 900);
    }

    @Test
    void successForgetsTheFailures() {
        var person = cast.extra("Frida Forgetful");
        for (int times = 0; times < 4; times++) {
            assertThat(signIn(person.email(), "not the password").status()).isEqualTo(401);
        }
        assertThat(failures(person.email())).isEqualTo(4);
        assertThat(signIn(person.email(), person.password()).status()).isEqualTo(201);
        assertThat(failures(person.email())).isZero();
    }

    @Test
    void aDayWithoutAnAttemptForgetsThemToo() {
        var email = "patient@people.example";
        closed(email, 12, "-1 seconds");
        jdbc.sql("update sign_in_failures set last_failed_at = now() - interval '25 hours' where email_key = :email")
                .param("email", email)
                .update();
        assertThat(signIn(email, "x").status()).isEqualTo(401);
        assertThat(failures(email)).isEqualTo(1);
        assertThat(wait(email)).isZero();
    }

    @Test
    void whatTheCounterHasForgottenIsSweptUp() {
        closed("swept@people.example", 12, "-1 seconds");
        jdbc.sql("update sign_in_failures set last_failed_at = now() - interval '25 hours' where email_key = :email")
                .param("email", "swept@people.example")
                .update();
        closed("kept@people.example", 12, "-1 seconds");

        forgotten.sweep();

        assertThat(failures("swept@people.example")).isZero();
        assertThat(failures("kept@people.example")).isEqualTo(12);
    }

    @Test
    void howAnAddressIsSpelledMakesNoSecondCounter() {
        var person = cast.extra("Casey Case");
        signIn(person.email().toUpperCase(java.util.Locale.ROOT), "x");
        signIn("  " + person.email(), "x");
        assertThat(failures(person.email())).isEqualTo(2);
    }

    @Test
    void theFormAndTheApiShareTheCounter() {
        var person = cast.extra("Dora Doors");
        signIn(person.email(), "x");
        var visitor = panel.visitor();
        assertThat(visitor.form("/sign-in", Map.of("email", person.email(), "password", "x"))
                        .status())
                .isEqualTo(401);
        assertThat(failures(person.email())).isEqualTo(2);
    }

    private Answer signIn(String email, String password) {
        return panel.visitor().post("/api/v1/session", Map.of("email", email, "password", password));
    }

    private void closed(String email, int failures, String wait) {
        jdbc.sql("""
                insert into sign_in_failures (account, email_key, failures, last_failed_at, locked_until)
                values (:account, :email, :failures, now(), now() + :wait::interval)
                on conflict (account, email_key) do update
                set failures = excluded.failures, locked_until = excluded.locked_until
                """)
                .param("account", cast.northgate.id().value())
                .param("email", email)
                .param("failures", failures)
                .param("wait", wait)
                .update();
    }

    private int failures(String email) {
        return jdbc.sql("select coalesce(sum(failures), 0) from sign_in_failures where email_key = :email")
                .param("email", email)
                .query(Integer.class)
                .single();
    }

    private int wait(String email) {
        return jdbc.sql("""
                select coalesce(round(extract(epoch from locked_until - last_failed_at)), 0)::int
                from sign_in_failures where email_key = :email
                """).param("email", email).query(Integer.class).single();
    }

    private static <T> List<T> atOnce(Callable<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, MANY)
                    .mapToObj(number -> threads.submit(work))
                    .toList();
            return all.stream().map(AttemptsTests::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

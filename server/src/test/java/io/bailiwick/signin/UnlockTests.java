package io.bailiwick.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Administrators open the doors that failed attempts have closed, and give new passwords. */
@PanelTest
class UnlockTests {
    @Autowired
    private Cast cast;

    @Autowired
    private Panel panel;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anUnlockedUserSignsInAtOnce() {
        var person = cast.extra("Ulla Unlocked");
        lock(person);
        var path = "/users/" + person.id();
        assertThat(panel.as(cast.ada).get(path).body()).contains(path + "/unlock");
        assertThat(panel.as(cast.ada).get("/users?q=status:locked").body()).contains(path + "/unlock");

        assertThat(panel.as(cast.ada)
                        .post("/api/v1" + path + "/unlock", Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(signIn(person)).isEqualTo(201);
        assertThat(panel.as(cast.ada).get(path).body()).doesNotContain(path + "/unlock");
        assertThat(entries(person)).isEqualTo(1);
        panel.as(cast.ada).post("/api/v1" + path + "/unlock", Map.of());
        assertThat(entries(person)).as("nothing to unlock, nothing to record").isEqualTo(1);
    }

    @Test
    void theButtonDoesTheSame() {
        var person = cast.extra("Ulla Button");
        lock(person);

        var answer = panel.as(cast.ada).form("/users/" + person.id() + "/unlock", Map.of());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(signIn(person)).isEqualTo(201);
    }

    @Test
    void nobodyUnlocksWhoMayMore() {
        lock(cast.grace);
        assertThat(panel.as(cast.kim)
                        .post("/api/v1/users/" + cast.grace.id() + "/unlock", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(signIn(cast.grace)).isEqualTo(429);
        panel.as(cast.ada).post("/api/v1/users/" + cast.grace.id() + "/unlock", Map.of());
        assertThat(signIn(cast.grace)).isEqualTo(201);
    }

    @Test
    void aPasswordThatIsGivenIsMailedToNobodyAndHasToBeChanged() {
        var person = cast.extra("Ulla Given");
        var path = "/users/" + person.id() + "/password";
        var ada = panel.as(cast.ada);
        var generated = ada.get(path + "?generate=true")
                .body()
                .replaceAll("(?s).*name=\"password\" value=\"([^\"]+)\".*", "$1");

        assertThat(generated).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        assertThat(ada.get(path).body())
                .contains("checked", "At least 15 characters")
                .doesNotContain(generated);
        assertThat(ada.form(path + "/judge", Map.of("password", generated)).body())
                .doesNotContain("(not met)");
        assertThat(ada.form(path, Map.of("password", generated, "again", generated, "mustChange", "true"))
                        .status())
                .isEqualTo(303);

        var given = new Person(person.id(), person.account(), person.email(), person.name(), person.role(), generated);
        assertThat(panel.visitor().signIn(given).json().path("next").asString()).isEqualTo("password");
        assertThat(outbox.of("password-changed", person.email())).isEmpty();
    }

    @Test
    void whoeverChangesTheOwnPasswordIsMailedAConfirmation() {
        var person = cast.extra("Ulla Own");
        var proof = outbox.last("verification", person.email()).orElseThrow();
        panel.visitor().form("/verify", Map.of("token", proof.token()));
        var visitor = panel.signIn(person);

        var body = Map.of("current", person.password(), "password", "tuba lantern gravel 93 violin");
        assertThat(visitor.put("/api/v1/me/password", body).status()).isEqualTo(204);

        var letter = outbox.last("password-changed", person.email()).orElseThrow();
        assertThat(letter.text()).contains("/forgotten").doesNotContain("tuba lantern");
        assertThat(letter.address()).isEmpty();
    }

    @Test
    void theApiSaysUntilWhenSomebodyIsLocked() {
        var person = cast.extra("Ulla Until");
        var path = "/api/v1/users/" + person.id();
        assertThat(panel.as(cast.ada).get(path).json().path("lockedUntil").isNull())
                .isTrue();
        lock(person);

        assertThat(panel.as(cast.ada).get(path).json().path("lockedUntil").asString())
                .endsWith("Z");
        assertThat(panel.as(cast.ada)
                        .get("/api/v1/users?q=status:locked")
                        .json()
                        .path("items")
                        .findValuesAsString("lockedUntil"))
                .isNotEmpty()
                .doesNotContain("null", "");
    }

    @Test
    void everyFormSaysWhenToTryAgain() {
        var person = cast.extra("Ulla Again");
        var visitor = panel.signIn(person);
        lock(person);
        var password = "tuba lantern gravel 93 violin";
        var forms = Map.of(
                "/me/password", Map.of("current", person.password(), "password", password, "again", password),
                "/me/email", Map.of("current", person.password(), "email", "ulla.new@people.example"),
                "/me/verification/code", Map.of("code", "123456"),
                "/sign-in", Map.of("email", person.email(), "password", password));

        forms.forEach((path, fields) -> {
            var refused = (path.equals("/sign-in") ? panel.visitor() : visitor).form(path, fields);
            assertThat(refused.status()).as(path).isEqualTo(429);
            assertThat(refused.header("Retry-After")).as(path).matches("[1-9][0-9]*");
        });
    }

    private void lock(Person person) {
        jdbc.sql("""
                insert into sign_in_failures (account, email_key, failures, last_failed_at, locked_until)
                values (:account, :email, 12, now(), now() + interval '10 minutes')
                """)
                .param("account", person.account().id().value())
                .param("email", person.email())
                .update();
        assertThat(signIn(person)).isEqualTo(429);
    }

    private int signIn(Person person) {
        var body = Map.of("email", person.email(), "password", person.password());
        return panel.visitor().post("/api/v1/session", body).status();
    }

    private int entries(Person person) {
        return jdbc.sql("""
                select count(*) from audit_entries
                where kind = 'user.unlocked' and details::text like '%' || :user || '%' and actor = :ada
                """)
                .param("user", person.id().toString())
                .param("ada", cast.ada.id().value())
                .query(Integer.class)
                .single();
    }
}

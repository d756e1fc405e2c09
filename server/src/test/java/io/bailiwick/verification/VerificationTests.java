package io.bailiwick.verification;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An address is unverified until its link is followed or its code is typed. */
@PanelTest
class VerificationTests {
    private static final String KIND = "verification";

    @Autowired
    private Cast cast;

    @Autowired
    private Panel panel;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoeverIsCreatedWithAPasswordIsAskedToProveTheAddress() {
        var person = cast.extra("Verena Mailed");
        var letter = outbox.last(KIND, person.email()).orElseThrow();

        assertThat(letter.code()).matches("[0-9]{6}");
        assertThat(letter.address()).startsWith("http://127.0.0.1:").contains("/verify?token=");
        assertThat(isVerified(person)).isFalse();
        assertThat(panel.signIn(person)
                        .get("/api/v1/me")
                        .json()
                        .path("emailVerified")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void lookingAtTheLinkProvesNothingAndPostingItDoesOnce() {
        var person = cast.extra("Verena Linked");
        var token = token(person);
        var stranger = panel.visitor();

        assertThat(stranger.get("/verify?token=" + token).body()).contains(person.email());
        assertThat(stranger.get("/verify?token=" + token).status()).isEqualTo(200);
        assertThat(isVerified(person)).isFalse();

        var answer = stranger.form("/verify", Map.of("token", token));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sign-in?account=" + cast.northgate.shortId());
        assertThat(isVerified(person)).isTrue();
        assertThat(stranger.cookies()).doesNotContainKey("bailiwick");
        assertThat(stranger.form("/verify", Map.of("token", token)).status()).isEqualTo(410);
        assertThat(stranger.get("/verify?token=" + token).status()).isEqualTo(410);
    }

    @Test
    void scriptsProveByTheTokenToo() {
        var person = cast.extra("Verena Script");
        var answer = panel.visitor().post("/api/v1/verify", Map.of("token", token(person)));

        assertThat(answer.status()).as(answer.body()).isEqualTo(204);
        assertThat(isVerified(person)).isTrue();
        assertThat(panel.visitor().post("/api/v1/verify", Map.of("token", "x")).status())
                .isEqualTo(410);
    }

    @Test
    void theCodeProvesItAndWrongOnesCountAsFailedAttempts() {
        var person = cast.extra("Verena Coded");
        var visitor = panel.signIn(person);
        var code = outbox.last(KIND, person.email()).orElseThrow().code();

        assertThat(enter(visitor, wrong(code)).status()).isEqualTo(422);
        assertThat(enter(visitor, "12")
                        .json()
                        .path("errors")
                        .get(0)
                        .path("field")
                        .asString())
                .isEqualTo("code");
        assertThat(failures(person)).isEqualTo(1);
        assertThat(enter(visitor, code.substring(0, 3) + " " + code.substring(3))
                        .status())
                .isEqualTo(204);
        assertThat(failures(person)).isZero();
        assertThat(isVerified(person)).isTrue();
    }

    @Test
    void aCodeIsGuessedFiveTimesAtMost() {
        var person = cast.extra("Verena Guessed");
        var visitor = panel.signIn(person);
        var letter = outbox.last(KIND, person.email()).orElseThrow();
        for (int tries = 0; tries < 5; tries++) {
            assertThat(enter(visitor, wrong(letter.code())).status()).isEqualTo(422);
        }
        assertThat(enter(visitor, letter.code()).status()).isEqualTo(429);
        open(person);

        assertThat(enter(visitor, letter.code()).status()).isEqualTo(422);
        assertThat(isVerified(person)).isFalse();
        assertThat(panel.visitor()
                        .post("/api/v1/verify", Map.of("token", letter.token()))
                        .status())
                .isEqualTo(204);
    }

    @Test
    void aMailSentAgainEndsTheLinkBefore() {
        var person = cast.extra("Verena Again");
        var visitor = panel.signIn(person);
        var before = token(person);

        assertThat(visitor.post("/api/v1/me/verification", Map.of()).status()).isEqualTo(202);

        assertThat(token(person)).isNotEqualTo(before);
        assertThat(panel.visitor().get("/verify?token=" + before).status()).isEqualTo(410);
        assertThat(panel.visitor()
                        .form("/verify", Map.of("token", token(person)))
                        .status())
                .isEqualTo(303);
        assertThat(visitor.post("/api/v1/me/verification", Map.of()).status()).isEqualTo(409);
    }

    @Test
    void nobodyIsMailedMoreThanFiveTimesAnHour() {
        var person = cast.extra("Verena Often");
        var visitor = panel.signIn(person);
        for (int times = 0; times < 5; times++) {
            assertThat(visitor.post("/api/v1/me/verification", Map.of()).status())
                    .isEqualTo(202);
        }
        var answer = visitor.post("/api/v1/me/verification", Map.of());
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(panel.as(cast.ada)
                        .post("/api/v1/users/" + person.id() + "/verification", Map.of())
                        .status())
                .isEqualTo(429);
    }

    @Test
    void administratorsHaveSomebodyAskedAgainUnlessHeMayMoreThanThey() {
        var person = cast.extra("Verena Managed");
        var path = "/users/" + person.id() + "/verification";
        var before = token(person);

        assertThat(panel.as(cast.ada).get("/users/" + person.id()).body()).contains("Address not verified");
        assertThat(panel.as(cast.ada).post("/api/v1" + path, Map.of()).status()).isEqualTo(202);
        assertThat(panel.as(cast.ada).form(path, Map.of()).status()).isEqualTo(303);

        assertThat(token(person)).isNotEqualTo(before);
        assertThat(panel.as(cast.kim)
                        .post("/api/v1/users/" + cast.grace.id() + "/verification", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(panel.as(cast.ada)
                        .post("/api/v1/users/" + cast.dora.id() + "/verification", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anAddressThatAnAdministratorChangesIsUnverifiedAndTheOldOneIsTold() {
        var person = cast.extra("Verena Moved");
        var visitor = panel.signIn(person);
        var before = token(person);
        panel.visitor().form("/verify", Map.of("token", before));
        assertThat(isVerified(person)).isTrue();

        var answer =
                panel.as(cast.ada).patch("/api/v1/users/" + person.id(), Map.of("email", "verena.new@people.example"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("emailVerified").asBoolean(true)).isFalse();
        assertThat(visitor.get("/api/v1/me").status()).as("the session").isEqualTo(401);
        var told = outbox.last("email-changed", person.email()).orElseThrow();
        assertThat(told.text()).contains("Ada Lovelace", person.email()).doesNotContain("verena.new@people.example");
        assertThat(told.address()).isEmpty();
        var asked = outbox.last(KIND, "verena.new@people.example").orElseThrow();
        assertThat(panel.visitor()
                        .form("/verify", Map.of("token", asked.token()))
                        .status())
                .isEqualTo(303);
        assertThat(isVerified(person)).isTrue();
    }

    @Test
    void anAddressThatNobodyHasProvenIsToldNothing() {
        var person = cast.extra("Verena Typo");
        panel.as(cast.ada).patch("/api/v1/users/" + person.id(), Map.of("email", "verena.right@people.example"));
        var visitor = panel.visitor();
        visitor.signIn("verena.right@people.example", person.password());
        var body = Map.of("current", person.password(), "password", "tuba lantern gravel 93 violin");
        assertThat(visitor.put("/api/v1/me/password", body).status()).isEqualTo(204);

        assertThat(outbox.of("email-changed", person.email())).isEmpty();
        assertThat(outbox.of("password-changed", "verena.right@people.example")).isEmpty();
    }

    @Test
    void whoIsEnabledIsAskedWhateverAddressHeHasByThen() {
        var person = cast.extra("Verena Back");
        var path = "/api/v1/users/" + person.id();
        panel.as(cast.ada).patch(path, Map.of("status", "disabled"));
        panel.as(cast.ada).patch(path, Map.of("email", "verena.back2@people.example"));
        assertThat(outbox.of(KIND, "verena.back2@people.example")).isEmpty();

        panel.as(cast.ada).patch(path, Map.of("status", "active"));

        var asked = outbox.last(KIND, "verena.back2@people.example").orElseThrow();
        assertThat(panel.visitor()
                        .form("/verify", Map.of("token", asked.token()))
                        .status())
                .isEqualTo(303);
        assertThat(isVerified(person)).isTrue();
        panel.as(cast.ada).patch(path, Map.of("status", "disabled"));
        panel.as(cast.ada).patch(path, Map.of("status", "active"));
        assertThat(outbox.of(KIND, "verena.back2@people.example")).hasSize(1);
    }

    @Test
    void oneChangesOnesOwnAddressWithTheCurrentPasswordAlone() {
        var person = cast.extra("Verena Self");
        panel.visitor().form("/verify", Map.of("token", token(person)));
        var here = panel.signIn(person);
        var elsewhere = panel.signIn(person);
        var secret = here.cookies().get("bailiwick");

        for (var current : List.of("", "not the password")) {
            var refused = here.put("/api/v1/me/email", Map.of("email", "self@people.example", "current", current));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("errors").get(0).path("field").asString())
                    .isEqualTo("current");
        }
        assertThat(failures(person)).isEqualTo(1);
        var taken = Map.of("email", cast.ada.email(), "current", person.password());
        assertThat(here.put("/api/v1/me/email", taken).status()).isEqualTo(409);
        var unfit = Map.of("email", "no address", "current", person.password());
        assertThat(here.put("/api/v1/me/email", unfit).status()).isEqualTo(422);

        var changed = Map.of("email", "self@people.example", "current", person.password());
        assertThat(here.put("/api/v1/me/email", changed).status()).isEqualTo(200);

        assertThat(here.cookies().get("bailiwick")).isNotEqualTo(secret);
        assertThat(here.get("/api/v1/me").json().path("email").asString()).isEqualTo("self@people.example");
        assertThat(elsewhere.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(outbox.last("email-changed", person.email()).orElseThrow().text())
                .contains("You changed");
        assertThat(outbox.last(KIND, "self@people.example")).isPresent();
    }

    @Test
    void theFormOfOnesOwnAddressDoesTheSame() {
        var person = cast.extra("Verena Form");
        var visitor = panel.signIn(person);

        var refused = visitor.form("/me/email", Map.of("email", "form@people.example", "current", "x"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("form@people.example", "not your current password");

        var done = visitor.form("/me/email", Map.of("email", "form@people.example", "current", person.password()));
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/me/verification");
        assertThat(visitor.get("/me/verification").body()).contains("form@people.example");
    }

    @Test
    void anAdministratorChangesTheOwnAddressInTheProfileAlone() {
        var answer = panel.as(cast.ada)
                .patch("/api/v1/users/" + cast.ada.id(), Map.of("email", "ada.other@northgate.example"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).contains("current password");
    }

    @Test
    void everyPageSaysSoUntilItIsProven() {
        var person = cast.extra("Verena Noted");
        var visitor = panel.signIn(person);

        assertThat(visitor.get("/me").body()).contains("is not verified yet", "Send the link again");
        assertThat(visitor.get("/me/email").body()).contains("is not verified yet");
        assertThat(panel.visitor().get("/sign-in").body()).doesNotContain("is not verified yet");
        visitor.form(
                "/me/verification/code",
                Map.of("code", outbox.last(KIND, person.email()).orElseThrow().code()));
        assertThat(visitor.get("/me").body()).doesNotContain("is not verified yet");
        assertThat(visitor.get("/me/verification").header("Location")).isEqualTo("/me");
    }

    @Test
    void noLinkIsMadeOfTheHostThatARequestNames() {
        var person = cast.extra("Verena Host");
        var visitor = panel.signIn(person);
        panel.raw("POST /api/v1/me/verification HTTP/1.1\nHost: evil.example\nX-CSRF-Token: " + visitor.csrf()
                + "\nCookie: bailiwick=" + visitor.cookies().get("bailiwick") + "\nContent-Length: 0");

        assertThat(outbox.last(KIND, person.email()).orElseThrow().text()).doesNotContain("evil.example");
    }

    @Test
    void theFirstAdministratorIsAskedLikeEverybody() {
        assertThat(outbox.last(KIND, cast.sven.email())).isPresent();
    }

    @Test
    void disablingAndDeletingEndTheLink() {
        var disabled = cast.extra("Verena Disabled");
        var ofDisabled = token(disabled);
        var deleted = cast.extra("Verena Deleted");
        var ofDeleted = token(deleted);
        panel.as(cast.ada).patch("/api/v1/users/" + disabled.id(), Map.of("status", "disabled"));
        panel.as(cast.ada).delete("/api/v1/users/" + deleted.id());

        for (var token : List.of(ofDisabled, ofDeleted)) {
            assertThat(panel.visitor()
                            .post("/api/v1/verify", Map.of("token", token))
                            .status())
                    .isEqualTo(410);
        }
    }

    private String token(Person person) {
        return outbox.last(KIND, person.email()).orElseThrow().token();
    }

    private boolean isVerified(Person person) {
        return panel.as(cast.ada)
                .get("/api/v1/users/" + person.id())
                .json()
                .path("emailVerified")
                .asBoolean();
    }

    private static Visitor.Answer enter(Visitor visitor, String code) {
        return visitor.post("/api/v1/me/verification/code", Map.of("code", code));
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private int failures(Person person) {
        return jdbc.sql("select coalesce(sum(failures), 0) from sign_in_failures where email_key = :email")
                .param("email", person.email())
                .query(Integer.class)
                .single();
    }

    private void open(Person person) {
        jdbc.sql("update sign_in_failures set locked_until = null where email_key = :email")
                .param("email", person.email())
                .update();
    }
}

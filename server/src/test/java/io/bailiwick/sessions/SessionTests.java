package io.bailiwick.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.kernel.Actor;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.Profile;
import io.bailiwick.users.UserForm;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PanelTest
class SessionTests {
    private static final String PERSONAL = "/api/v1/me/sessions";

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Users users;

    @Autowired
    private Credentials credentials;

    @Autowired
    private Sessions sessions;

    @Autowired
    private LastSeen lastSeen;

    @Autowired
    private ExpiredSessions expired;

    @Test
    void onlyTheHashOfTheSecretIsStored() {
        var visitor = panel.signIn(cast.extra("Hanna Hash"));
        var secret = Objects.requireNonNull(visitor.cookies().get("bailiwick"));
        var rows = jdbc.sql("select row_to_json(s)::text from sessions s")
                .query(String.class)
                .list();
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(secret.substring(secret.indexOf('.') + 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bailiwick=garbage",
                "bailiwick=",
                "bailiwick=bcdfghjk.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "bailiwick=\"quoted\"",
                "other=1",
                "bailiwick",
                "Bailiwick=x"
            })
    void garbageIsNoSession(String cookie) {
        var answer = panel.visitor().send("GET", PERSONAL, null, Map.of("Cookie", cookie));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void aDoubledCookieIsNoSession() {
        var secret = panel.as(cast.kevin).cookies().get("bailiwick");
        for (var cookies : List.of(
                "bailiwick=" + secret + "; bailiwick=" + secret,
                "bailiwick=garbage; bailiwick=" + secret,
                "bailiwick=" + secret + "; bailiwick=")) {
            assertThat(panel.visitor()
                            .send("GET", PERSONAL, null, Map.of("Cookie", cookies))
                            .status())
                    .as(cookies)
                    .isEqualTo(401);
        }
        var once = Map.of("Cookie", "theme=dark; bailiwick=" + secret);
        assertThat(panel.visitor().send("GET", PERSONAL, null, once).status()).isEqualTo(200);
    }

    @Test
    void aBearerHeaderIsJudgedAloneAndTheCookieIsNotRead() {
        var visitor = panel.as(cast.kevin);
        assertThat(visitor.send("GET", PERSONAL, null, Map.of("Authorization", "Bearer bw_x"))
                        .status())
                .isEqualTo(401);
        assertThat(visitor.send("DELETE", PERSONAL, null, Map.of("Authorization", "bearer x", "X-CSRF-Token", ""))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anIdleSessionEndsByTheClockOfTheDatabase() {
        var visitor = panel.signIn(cast.extra("Ida Idle"));
        assertThat(visitor.get(PERSONAL).status()).isEqualTo(200);
        var person = person("ida.idle@people.example");
        age(person, "last_seen_at = now() - interval '121 minutes'");
        assertThat(visitor.get(PERSONAL).status()).isEqualTo(401);
        lastSeen.write();
        sessions.forget(cast.northgate.id());
        assertThat(visitor.get(PERSONAL).status())
                .as("after the last use was written")
                .isEqualTo(401);
    }

    @Test
    void aSessionEndsInTheEndHoweverMuchItIsUsed() {
        var visitor = panel.signIn(cast.extra("Evan Ever"));
        age(person("evan.ever@people.example"), "expires_at = now() - interval '1 second'");
        assertThat(visitor.get(PERSONAL).status()).isEqualTo(401);
    }

    @Test
    void whatIsOverIsSweptUpAndNothingElse() {
        var idle = cast.extra("Swen Swept");
        var alive = cast.extra("Alma Alive");
        var visitor = panel.signIn(alive);
        panel.signIn(idle);
        age(idle, "last_seen_at = now() - interval '121 minutes'");
        expired.sweep();
        assertThat(rows(idle)).isZero();
        assertThat(rows(alive)).isEqualTo(1);
        assertThat(visitor.get(PERSONAL).status()).isEqualTo(200);
    }

    private int rows(Cast.Person person) {
        return jdbc.sql("select count(*) from sessions where user_id = :user")
                .param("user", person.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void theLastUseIsWrittenInBatches() {
        var visitor = panel.signIn(cast.extra("Bert Batch"));
        age(person("bert.batch@people.example"), "last_seen_at = now() - interval '1 hour'");
        assertThat(visitor.get(PERSONAL).status()).isEqualTo(200);
        lastSeen.write();
        var recent = jdbc.sql("""
                select last_seen_at > now() - interval '1 minute' from sessions where user_id = :user
                """)
                .param("user", person("bert.batch@people.example").id().value())
                .query(Boolean.class)
                .single();
        assertThat(recent).isTrue();
    }

    @Test
    void oneSeesOnesOwnSessionsAndEndsThem() {
        var person = cast.extra("Sam Several");
        var here = panel.signIn(person);
        var there = panel.signIn(person);
        var third = panel.signIn(person);
        var list = here.get(PERSONAL).json();
        assertThat(list.path("total").asInt()).isEqualTo(3);
        var current = list.path("items")
                .valueStream()
                .filter(item -> item.path("current").asBoolean());
        assertThat(current)
                .singleElement()
                .satisfies(item -> assertThat(item.path("address").asString()).isEqualTo("127.0.0.1"));
        var thereId = there.get(PERSONAL)
                .json()
                .path("items")
                .valueStream()
                .filter(item -> item.path("current").asBoolean())
                .map(item -> item.path("id").asString())
                .findFirst()
                .orElseThrow();
        assertThat(here.delete(PERSONAL + "/" + thereId).status()).isEqualTo(204);
        assertThat(there.get(PERSONAL).status()).isEqualTo(401);
        assertThat(here.delete(PERSONAL + "/" + thereId).status())
                .as("once more")
                .isEqualTo(404);
        assertThat(third.get(PERSONAL).status()).isEqualTo(200);
        assertThat(here.delete(PERSONAL).status()).isEqualTo(204);
        assertThat(third.get(PERSONAL).status()).isEqualTo(401);
        assertThat(here.get(PERSONAL).status()).isEqualTo(200);
    }

    @Test
    void nobodyEndsSomebodyElsesSession() {
        var victim = panel.signIn(cast.extra("Vito Victim"));
        var id = victim.get(PERSONAL).json().at("/items/0/id").asString();
        assertThat(panel.as(cast.ada).delete(PERSONAL + "/" + id).status()).isEqualTo(404);
        assertThat(victim.get(PERSONAL).status()).isEqualTo(200);
    }

    @Test
    void whoeverChangesHisOwnPasswordGoesOnUnderANewSecretAndNowhereElse() {
        var person = cast.extra("Olga Own");
        var here = panel.signIn(person);
        var there = panel.signIn(person);
        var before = here.cookies().get("bailiwick");
        var change = Map.of("current", person.password(), "password", "another orchid gravel lantern");
        assertThat(here.put("/api/v1/me/password", change).status()).isBetween(200, 204);
        assertThat(status(there)).isEqualTo(401);
        assertThat(status(here)).isEqualTo(200);
        assertThat(here.cookies().get("bailiwick")).isNotEqualTo(before);
        assertThat(here.delete(PERSONAL).status())
                .as("a write with the token from before")
                .isEqualTo(204);
        var thief = panel.visitor();
        thief.cookies().put("bailiwick", before);
        assertThat(status(thief)).isEqualTo(401);
    }

    @Test
    void disablingEndsSessionsOnTheNextRequest() {
        var person = cast.extra("Dirk Disabled");
        ended(person, () -> change(person, form -> with(form, Objects.requireNonNull(form.role()), "disabled")));
    }

    @Test
    void aNewRoleEndsSessionsOnTheNextRequest() {
        var person = cast.extra("Rosa Role");
        ended(person, () -> change(person, form -> with(form, "administrator", Objects.requireNonNull(form.status()))));
    }

    @Test
    void deletingEndsSessionsOnTheNextRequest() {
        var person = cast.extra("Dan Deleted");
        ended(person, () -> users.delete(server(), person.id(), null));
    }

    @Test
    void aPasswordSetBySomebodyElseEndsSessionsOnTheNextRequest() {
        var person = cast.extra("Petra Password");
        ended(person, () -> credentials.assign(server(), person.id(), "another gravel orchid lantern", false, null));
    }

    @Test
    void anotherNameShowsInTheOpenSession() {
        var person = cast.extra("Nelly Name");
        panel.signIn(person);
        var secret = panel.signIn(person).cookies().get("bailiwick");
        assertThat(sessions.find(List.of(secret)).orElseThrow().name()).isEqualTo("Nelly Name");
        users.introduce(person.actor(), was -> new Profile("Nelly Renamed", null), null);
        assertThat(sessions.find(List.of(secret)).orElseThrow().name()).isEqualTo("Nelly Renamed");
    }

    private void ended(Cast.Person person, Runnable change) {
        var one = panel.signIn(person);
        var other = panel.signIn(person);
        assertThat(List.of(one, other)).allMatch(visitor -> status(visitor) == 200);
        change.run();
        assertThat(List.of(one, other)).allMatch(visitor -> status(visitor) == 401);
        var left = jdbc.sql("select count(*) from sessions where user_id = :user")
                .param("user", person.id().value())
                .query(Long.class)
                .single();
        assertThat(left).isZero();
    }

    private static int status(Visitor visitor) {
        return visitor.get(PERSONAL).status();
    }

    private void change(Cast.Person person, UnaryOperator<UserForm> change) {
        users.update(server(), person.id(), change, null, null);
    }

    private Actor server() {
        return Actor.server(cast.northgate.id());
    }

    private Cast.Person person(String email) {
        var id = jdbc.sql("select id from users where email = :email")
                .param("email", email)
                .query(java.util.UUID.class)
                .single();
        return new Cast.Person(
                new io.bailiwick.kernel.UserId(id), cast.northgate, email, email, io.bailiwick.model.Role.NORMAL, "");
    }

    private void age(Cast.Person person, String change) {
        jdbc.sql("update sessions set " + change + " where user_id = :user")
                .param("user", person.id().value())
                .update();
        sessions.forget(cast.northgate.id());
    }

    private static UserForm with(UserForm form, String role, String status) {
        return new UserForm(
                form.email(),
                form.name(),
                role,
                form.groups(),
                form.permissions(),
                role.equals("administrator") ? new UserForm.DataAccessForm("all", List.of()) : form.dataAccess(),
                form.reseller(),
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                form.mustChangePassword(),
                status);
    }
}

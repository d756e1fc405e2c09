package io.bailiwick.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PanelTest
class SignInTests {
    private static final String SESSION = "/api/v1/session";
    private static final String PERSONAL = "/api/v1/me/sessions";

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aRightPasswordOpensASession() {
        var visitor = panel.visitor();
        var answer = visitor.signIn(cast.kevin);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json().at("/user/email").asString()).isEqualTo(cast.kevin.email());
        assertThat(answer.json().at("/user/role").asString()).isEqualTo("normal");
        assertThat(answer.json().path("csrfToken").asString()).isNotEmpty();
        assertThat(answer.json().has("next")).isFalse();
        assertThat(visitor.get(PERSONAL).status()).isEqualTo(200);
    }

    @Test
    void theCookieIsReadByNobodyButTheServer() {
        var cookies = panel.visitor().signIn(cast.kevin).response().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .singleElement()
                .asString()
                .matches("bailiwick=[a-z0-9]+\\.[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Lax");
    }

    @Test
    void overTlsTheCookieIsBoundToTheHost() {
        var visitor = panel.visitor();
        var answer = visitor.send("POST", SESSION, credentials(cast.kevin), Map.of("X-Forwarded-Proto", "https"));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Set-Cookie"))
                .startsWith("__Host-bailiwick=")
                .contains("; Path=/")
                .contains("; Secure")
                .contains("; HttpOnly")
                .contains("; SameSite=Lax")
                .doesNotContain("Domain");
        assertThat(visitor.send("GET", PERSONAL, null, Map.of("X-Forwarded-Proto", "https"))
                        .status())
                .isEqualTo(200);
        assertThat(visitor.get(PERSONAL).status())
                .as("the same cookie in clear")
                .isEqualTo(401);
    }

    @Test
    void inClearASessionIsHandedOutOnThisMachineAlone() {
        for (var elsewhere : List.of(
                Map.of("X-Forwarded-For", "192.0.2.7"),
                Map.of("X-Forwarded-For", "192.0.2.7, 127.0.0.1"),
                Map.of("X-Forwarded-For", "unknown"),
                Map.of("X-Real-IP", "192.0.2.7"),
                Map.of("X-Forwarded-Host", "panel.example"),
                Map.of("X-Forwarded-Proto", "http", "X-Forwarded-Host", "localhost, panel.example"),
                Map.of("Forwarded", "for=192.0.2.7;proto=https"))) {
            var answer = panel.visitor().send("POST", SESSION, credentials(cast.kevin), elsewhere);
            assertThat(answer.status()).as(elsewhere.toString()).isEqualTo(403);
            assertThat(answer.header("Set-Cookie")).isEmpty();
        }
        var here = Map.of("X-Forwarded-For", "127.0.0.1", "X-Forwarded-Host", "localhost:9000");
        assertThat(panel.visitor()
                        .send("POST", SESSION, credentials(cast.kevin), here)
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 201",
        "127.8.0.1:80, 201",
        "localhost, 201",
        "panel.LOCALHOST, 201",
        "[::1]:80, 201",
        "panel.example, 403",
        "localhost.example, 403",
        "127.0.0.1.example, 403",
        "192.0.2.7, 403"
    })
    void aNameThatIsNotThisMachinesGetsNoSessionInClear(String host, int status) {
        var body = "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(cast.kevin.email(), cast.kevin.password());
        assertThat(panel.raw("POST " + SESSION + " HTTP/1.1\nHost: " + host
                        + "\nContent-Type: application/json\nConnection: close\nContent-Length: " + body.length()
                        + "\n\n"
                        + body))
                .startsWith("HTTP/1.1 " + status + " ");
    }

    @Test
    void theAddressIsComparedWithoutCase() {
        var body = new HashMap<>(credentials(cast.kevin));
        body.put("email", " KEVIN.kline@people.EXAMPLE ");
        assertThat(panel.visitor().post(SESSION, body).status()).isEqualTo(201);
    }

    @Test
    void whoeverIsNotLetInLearnsNothing() {
        var known = cast.extra("Wanda Wrong");
        var answers = List.of(
                refused(known.email(), "not the password"),
                refused("nobody@people.example", "not the password"),
                refused(cast.dora.email(), cast.dora.password()),
                refused(cast.sven.email(), cast.sven.password()),
                refused("\u0000'; drop table users", "x"),
                refused("x".repeat(5_000), "y".repeat(5_000)));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).isEqualTo(answers.getFirst().body());
            assertThat(headers(answer)).isEqualTo(headers(answers.getFirst()));
        });
    }

    @Test
    void anotherAccountIsEnteredByItsShortIdAlone() {
        assertThat(panel.visitor().signIn(cast.sven).status()).isEqualTo(201);
        var body = new HashMap<>(credentials(cast.kevin));
        body.put("account", cast.shadow.shortId());
        assertThat(panel.visitor().post(SESSION, body).status()).isEqualTo(401);
        body.put("account", "nosuch");
        assertThat(panel.visitor().post(SESSION, body).status()).isEqualTo(401);
    }

    @Test
    void whatIsMissingIsNamed() {
        var answer = panel.visitor().post(SESSION, Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").size()).isEqualTo(2);
        assertThat(panel.visitor().post(SESSION, "{").status()).isEqualTo(400);
        assertThat(panel.visitor().post(SESSION, Map.of("mail", "x")).status()).isEqualTo(400);
    }

    @Test
    void onlyJsonSignsInSoThatNoForeignFormCan() {
        var answer = panel.visitor().send("POST", SESSION, json(cast.kevin), Map.of("Content-Type", "text/plain"));
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void signingInAlwaysMakesANewSecretAndEndsTheOldSession() {
        var visitor = panel.signIn(cast.nora);
        var before = visitor.cookies().get("bailiwick");
        visitor.signIn(cast.nora);
        assertThat(visitor.cookies().get("bailiwick")).isNotEqualTo(before);
        var thief = panel.visitor();
        thief.cookies().put("bailiwick", before);
        assertThat(thief.get(PERSONAL).status()).isEqualTo(401);
    }

    @Test
    void aSecretPlantedInTheBrowserNeverBecomesASession() {
        var visitor = panel.visitor();
        var planted = cast.northgate.shortId() + "." + "A".repeat(43);
        visitor.cookies().put("bailiwick", planted);
        visitor.signIn(cast.nora);
        assertThat(visitor.cookies().get("bailiwick")).isNotEqualTo(planted);
    }

    @Test
    void signingOutEndsTheSessionOnTheServer() {
        var visitor = panel.signIn(cast.nora);
        var secret = visitor.cookies().get("bailiwick");
        assertThat(visitor.delete(SESSION).status()).isEqualTo(204);
        assertThat(visitor.cookies()).doesNotContainKey("bailiwick");
        visitor.cookies().put("bailiwick", secret);
        assertThat(visitor.get(PERSONAL).status()).isEqualTo(401);
        assertThat(visitor.delete(SESSION).status()).isEqualTo(401);
    }

    @Test
    void theAllowListIsAskedOnceThePasswordWasRight() {
        var person = cast.extra("Nils Network");
        jdbc.sql("update users set network = '{192.0.2.0/24}' where id = :id")
                .param("id", person.id().value())
                .update();
        var elsewhere = panel.visitor().post(SESSION, credentials(person));
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.json().path("gate").asString()).isEqualTo("network");
        assertThat(elsewhere.json().path("reason").asString()).contains("`127.0.0.1`");
        assertThat(refused(person.email(), "not the password").status()).isEqualTo(401);
        assertThat(from("192.0.2.9", person).status()).isEqualTo(201);
        assertThat(from("198.51.100.9", person).status()).isEqualTo(403);
    }

    @Test
    void anAddressThatCannotBeReadIsNobodys() {
        var answer = from("unknown", cast.kevin);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().path("gate").asString()).isEqualTo("network");
    }

    @Test
    void aPasswordChangeDueReachesNothingElse() {
        var person = cast.extra("Dieter Due");
        jdbc.sql(
                        "update users set password_change_due = true, role = 'administrator', data_access = 'all' where id = :id")
                .param("id", person.id().value())
                .update();
        var visitor = panel.visitor();
        var answer = visitor.signIn(person);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("next").asString()).isEqualTo("password");
        assertThat(answer.json().has("user")).isFalse();
        var refused = visitor.get("/api/v1/users");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("gate").asString()).isEqualTo("status");
        assertThat(visitor.delete(SESSION).status()).isEqualTo(204);
    }

    @Test
    void everySignInAndRefusalIsInTheAuditLog() {
        var person = cast.extra("Audrey Audit");
        refused(person.email(), "not the password");
        var visitor = panel.signIn(person);
        visitor.delete(SESSION);
        refused("stranger@people.example", "x");
        assertThat(kinds(person.id().value())).containsExactly("session.refused", "session.opened", "session.ended");
        var stranger = jdbc.sql("""
                select count(*) from audit_entries where account = :account and kind = 'session.refused'
                    and actor is null and details->>'email' = 'stranger@people.example'
                    and details->>'reason' = 'credential'
                """)
                .param("account", cast.northgate.id().value())
                .query(Long.class)
                .single();
        assertThat(stranger).isEqualTo(1);
    }

    @Test
    void lastSignInIsRemembered() {
        var person = cast.extra("Lasse Last");
        panel.signIn(person);
        var seen = jdbc.sql("select last_sign_in_at is not null from users where id = :id")
                .param("id", person.id().value())
                .query(Boolean.class)
                .single();
        assertThat(seen).isTrue();
    }

    private List<String> kinds(java.util.UUID actor) {
        return jdbc.sql("select kind from audit_entries where account = :account and actor = :actor order by id")
                .param("account", cast.northgate.id().value())
                .param("actor", actor)
                .query(String.class)
                .list();
    }

    private Answer from(String address, Cast.Person person) {
        return panel.visitor()
                .send(
                        "POST",
                        SESSION,
                        credentials(person),
                        Map.of("X-Forwarded-For", address, "X-Forwarded-Proto", "https"));
    }

    private Answer refused(String email, String password) {
        return panel.visitor().post(SESSION, Map.of("email", email, "password", password));
    }

    private static Map<String, String> credentials(Cast.Person person) {
        return Map.of("email", person.email(), "password", person.password());
    }

    private static String json(Cast.Person person) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(person.email(), person.password());
    }

    private static Map<String, List<String>> headers(Answer answer) {
        var headers = new TreeMap<>(answer.response().headers().map());
        headers.remove("date");
        return headers;
    }
}

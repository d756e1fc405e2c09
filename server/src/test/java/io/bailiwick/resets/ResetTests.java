package io.bailiwick.resets;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever forgot the password sets a new one by a mailed link, and nobody learns who has an address. */
@PanelTest
class ResetTests {
    private static final String KIND = "password-reset";
    private static final String NEW = "lantern gravel orchid 93 violin";

    @Autowired
    private Cast cast;

    @Autowired
    private Panel panel;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everybodyGetsTheSameAnswer() {
        var known = cast.extra("Fora Known");
        var emails = List.of(known.email(), "nobody.at.all@people.example", cast.dora.email());
        var forms = emails.stream().map(email -> panel.visitor().form("/forgotten", Map.of("email", email)));
        var calls = emails.stream().map(email -> panel.visitor().post("/api/v1/forgotten", Map.of("email", email)));

        assertThat(forms.map(ResetTests::seen).distinct().toList())
                .singleElement()
                .asString()
                .startsWith("303");
        assertThat(calls.map(ResetTests::seen).distinct().toList())
                .singleElement()
                .asString()
                .startsWith("202");
        outbox.await(KIND, known.email(), 1);
        assertThat(outbox.of(KIND, "nobody.at.all@people.example")).isEmpty();
    }

    @Test
    void anAccountThatIsNotGetsTheSameAnswerToo() {
        for (var account : List.of("zzzz99", cast.northgate.shortId())) {
            var body = Map.of("account", account, "email", "nobody.at.all@people.example");
            var call = panel.visitor().post("/api/v1/forgotten", body);
            assertThat(seen(call))
                    .isEqualTo(seen(panel.visitor().post("/api/v1/forgotten", Map.of("email", cast.ada.email()))));
            var form = panel.visitor().form("/forgotten", body);
            assertThat(seen(form))
                    .isEqualTo(seen(panel.visitor().form("/forgotten", Map.of("email", cast.ada.email()))));
        }
    }

    @Test
    void whatIsNoAddressIsRefusedWhoeverAsks() {
        assertThat(panel.visitor()
                        .post("/api/v1/forgotten", Map.of("email", "x"))
                        .status())
                .isEqualTo(422);
        assertThat(panel.visitor().form("/forgotten", Map.of("email", "x")).body())
                .contains("e-mail address");
    }

    @Test
    void theMailNamesTheAdministratorWhoCreatedTheUser() {
        var created = panel.as(cast.grace)
                .post(
                        "/api/v1/users",
                        Map.of(
                                "email", "fora.created@people.example",
                                "name", "Fora Created",
                                "role", "normal",
                                "password", "gravel orchid lantern 47 tuba"));
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        ask("fora.created@people.example");

        var letter = outbox.await(KIND, "fora.created@people.example", 1);
        assertThat(letter.text()).contains("Grace Hopper", cast.grace.email());
        assertThat(letter.address()).startsWith("http://127.0.0.1:").contains("/reset?token=");
    }

    @Test
    void theLinkSetsAPasswordOnceAndSignsNobodyIn() {
        var person = cast.extra("Fora Whole");
        var proof = outbox.last("verification", person.email()).orElseThrow();
        panel.visitor().form("/verify", Map.of("token", proof.token()));
        var open = panel.signIn(person);
        var token = token(person);
        var visitor = panel.visitor();

        assertThat(visitor.get("/reset?token=" + token).body()).contains(person.email(), "At least 15 characters");
        assertThat(open.get("/api/v1/me").status()).as("looking at it").isEqualTo(200);
        assertThat(reset(visitor, token, "too short", "too short").status()).isEqualTo(422);
        assertThat(reset(visitor, token, NEW, NEW + "x").body()).contains("not the same");
        assertThat(open.get("/api/v1/me").status()).as("a refused form").isEqualTo(200);

        var done = reset(visitor, token, NEW, NEW);
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/sign-in?account=" + cast.northgate.shortId());
        assertThat(visitor.cookies()).doesNotContainKey("bailiwick");
        assertThat(open.get("/api/v1/me").status()).as("the session before").isEqualTo(401);
        assertThat(signIn(person, person.password()).status()).isEqualTo(401);
        assertThat(signIn(person, NEW).status()).isEqualTo(201);
        assertThat(reset(visitor, token, NEW + " 2", NEW + " 2").status()).isEqualTo(410);
        var spent = visitor.get("/reset?token=" + token);
        assertThat(spent.status()).isEqualTo(410);
        assertThat(spent.body())
                .contains("/forgotten?account=" + cast.northgate.shortId())
                .contains("/sign-in?account=" + cast.northgate.shortId());
        assertThat(outbox.last("password-changed", person.email())).isPresent();
    }

    @Test
    void noLinkIsFollowedFromAnAddressThatMayNotSignIn() {
        var person = cast.extra("Nina Network");
        var token = token(person);
        panel.as(cast.ada).patch(path(person), Map.of("network", List.of("9.9.9.9")));

        assertThat(post(token, NEW).json().path("gate").asString()).isEqualTo("network");
        panel.as(cast.ada).patch(path(person), Map.of("network", List.of()));
        assertThat(post(token, NEW).status()).isEqualTo(204);
    }

    @Test
    void scriptsDoTheSame() {
        var person = cast.extra("Fora Script");
        var token = token(person);

        assertThat(post(token, "x").status()).isEqualTo(422);
        assertThat(post(token, NEW).status()).isEqualTo(204);
        assertThat(post(token, NEW).status()).isEqualTo(410);
        assertThat(post("x", NEW).status()).isEqualTo(410);
    }

    @Test
    void ofFiftyUsesAtOnceOneSucceeds() {
        var person = cast.extra("Fora Fifty");
        var token = token(person);

        var statuses = atOnce(() -> post(token, NEW).status());

        assertThat(statuses.stream().filter(status -> status == 204)).hasSize(1);
        assertThat(statuses).allMatch(status -> status == 204 || status == 410 || status == 503);
    }

    @Test
    void theLockIsOpenedAndNoChangeIsDueAnyLonger() {
        var person = cast.extra("Fora Locked");
        panel.as(cast.ada).patch("/api/v1/users/" + person.id(), Map.of("mustChangePassword", true));
        for (int times = 0; times < 6; times++) {
            signIn(person, "not the password");
        }
        assertThat(signIn(person, person.password()).status()).isEqualTo(429);

        assertThat(post(token(person), NEW).status()).isEqualTo(204);

        assertThat(signIn(person, NEW).status()).isEqualTo(201);
    }

    @Test
    void whoMayNotSignInIsMailedNoLink() {
        var person = cast.extra("Fora Disabled");
        panel.as(cast.ada).patch("/api/v1/users/" + person.id(), Map.of("status", "disabled"));
        ask(person.email());

        var letter = outbox.await(KIND, person.email(), 1);
        assertThat(letter.address()).isEmpty();
        assertThat(letter.text()).contains("disabled");
    }

    @Test
    void nobodyIsMailedMoreThanThreeTimesAnHourAndNobodyIsToldThat() {
        var person = cast.extra("Fora Often");
        for (int number = 1; number <= 3; number++) {
            ask(person.email());
            outboxHas(person, number);
        }
        var answers =
                IntStream.range(0, 3).mapToObj(time -> ask(person.email())).toList();
        var marker = cast.extra("Fora Marker");
        ask(marker.email());
        outbox.await(KIND, marker.email(), 1);

        assertThat(answers).allMatch(answer -> answer.status() == 202);
        assertThat(jdbc.sql("select count(*) from mails where kind = 'password-reset' and email = :email")
                        .param("email", person.email())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void whoseLinksWereUsedUpByOthersGetsOneAllTheSame() {
        var person = cast.extra("Fora Foreign");
        for (int number = 1; number <= 3; number++) {
            ask(person.email());
            outboxHas(person, number);
        }
        for (int number = 4; number <= 5; number++) {
            jdbc.sql("update links set expires_at = clock_timestamp() where user_id = :user")
                    .param("user", person.id().value())
                    .update();
            ask(person.email());
            outboxHas(person, number);
        }
        assertThat(post(outbox.last(KIND, person.email()).orElseThrow().token(), NEW)
                        .status())
                .isEqualTo(204);
        ask(person.email());
        var marker = cast.extra("Fora Marked");
        ask(marker.email());
        outbox.await(KIND, marker.email(), 1);
        assertThat(outbox.of(KIND, person.email())).hasSize(5);
    }

    @Test
    void whatHappensToTheUserEndsTheLink() {
        var endings = new HashMap<String, java.util.function.Consumer<Person>>();
        var ada = panel.as(cast.ada);
        endings.put("Disabled", person -> ada.patch(path(person), Map.of("status", "disabled")));
        endings.put("Deleted", person -> ada.delete(path(person)));
        endings.put("Moved", person -> ada.patch(path(person), Map.of("email", "fora.moved.new@people.example")));
        endings.put("Given", person -> ada.put(path(person) + "/password", Map.of("password", NEW)));
        endings.put(
                "Changed",
                person -> panel.signIn(person)
                        .put("/api/v1/me/password", Map.of("current", person.password(), "password", NEW)));
        endings.put("Asked", person -> {
            ask(person.email());
            outboxHas(person, 2);
        });
        endings.put(
                "Late",
                person -> jdbc.sql("update links set expires_at = clock_timestamp() where user_id = :user")
                        .param("user", person.id().value())
                        .update());
        endings.forEach((name, ending) -> {
            var person = cast.extra("Fora Ended " + name);
            var token = token(person);
            ending.accept(person);
            assertThat(panel.visitor().get("/reset?token=" + token).status())
                    .as(name)
                    .isEqualTo(410);
            assertThat(post(token, NEW + " 3").status()).as(name).isEqualTo(410);
        });
    }

    @Test
    void enablingAgainBringsNoLinkBack() {
        var person = cast.extra("Fora Enabled");
        var token = token(person);
        panel.as(cast.ada).patch(path(person), Map.of("status", "disabled"));
        panel.as(cast.ada).patch(path(person), Map.of("status", "active"));

        assertThat(post(token, NEW).status()).isEqualTo(410);
    }

    @Test
    void noLinkIsMadeOfTheHostThatARequestNames() {
        var person = cast.extra("Fora Host");
        var body = "{\"email\":\"" + person.email() + "\"}";
        panel.raw("POST /api/v1/forgotten HTTP/1.1\nHost: evil.example\nX-Forwarded-Host: evil.example\n"
                + "Content-Type: application/json\nContent-Length: " + body.length() + "\nConnection: close\n\n"
                + body);

        assertThat(outbox.await(KIND, person.email(), 1).text()).doesNotContain("evil.example");
    }

    @Test
    void theRulesAreJudgedForWhoeverHoldsTheLink() {
        var person = cast.extra("Fora Judged");
        var judged =
                panel.visitor().form("/reset/judge", Map.of("token", token(person), "password", "Fora Judged 12345"));

        assertThat(judged.status()).isEqualTo(200);
        assertThat(judged.body()).contains("(met)", "(not met)");
        assertThat(panel.visitor()
                        .form("/reset/judge", Map.of("token", "x", "password", "x"))
                        .status())
                .isEqualTo(410);
    }

    @Test
    void anotherPurposesLinkResetsNothing() {
        var person = cast.extra("Fora Purpose");
        var verification = outbox.last("verification", person.email()).orElseThrow();

        assertThat(post(verification.token(), NEW).status()).isEqualTo(410);
        assertThat(panel.visitor().get("/recover?token=" + token(person)).status())
                .isEqualTo(410);
    }

    private String token(Person person) {
        var before = outbox.of(KIND, person.email()).size();
        ask(person.email());
        return outbox.await(KIND, person.email(), before + 1).token();
    }

    private void outboxHas(Person person, int number) {
        org.awaitility.Awaitility.await()
                .pollInSameThread()
                .until(() -> jdbc.sql("select count(*) from mails where kind = 'password-reset' and email = :email")
                                .param("email", person.email())
                                .query(Integer.class)
                                .single()
                        >= number);
    }

    private Answer ask(String email) {
        return panel.visitor().post("/api/v1/forgotten", Map.of("email", email));
    }

    private Answer post(String token, String password) {
        return panel.visitor().post("/api/v1/reset", Map.of("token", token, "password", password));
    }

    private static Answer reset(Visitor visitor, String token, String password, String again) {
        return visitor.form("/reset", Map.of("token", token, "password", password, "again", again));
    }

    private Answer signIn(Person person, String password) {
        return panel.visitor().post("/api/v1/session", Map.of("email", person.email(), "password", password));
    }

    private static String path(Person person) {
        return "/api/v1/users/" + person.id();
    }

    /** Everything that a stranger sees of an answer; the date and a visitor's random cookie are nobody's. */
    private static String seen(Answer answer) {
        var headers = new java.util.TreeMap<>(answer.response().headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date") || name.equalsIgnoreCase("set-cookie"));
        return answer.status() + " " + headers + " " + answer.body();
    }

    private static <T> List<T> atOnce(Callable<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 50)
                    .mapToObj(number -> threads.submit(work))
                    .toList();
            return all.stream()
                    .map(future -> {
                        try {
                            return future.get();
                        } catch (InterruptedException | java.util.concurrent.ExecutionException fault) {
                            throw new IllegalStateException(fault);
                        }
                    })
                    .toList();
        }
    }
}

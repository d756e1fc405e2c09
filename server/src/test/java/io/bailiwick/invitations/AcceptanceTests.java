package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.Visitor.Answer;
import io.bailiwick.groups.Limited;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Accepting an invitation: once, while it is good, and with no more than its inviter could still give. */
@PanelTest
class AcceptanceTests {
    private static final String CALL = "/api/v1/invitation";
    private static final String PASSWORD = "gravel orchid lantern 7421";

    private final Cast cast;
    private final Panel panel;
    private final Post post;
    private final Visitor ada;
    private final Visitor visitor;
    private final JdbcClient jdbc;

    @Autowired
    AcceptanceTests(Cast cast, Panel panel, JdbcClient jdbc, JsonMapper json) {
        this.cast = cast;
        this.panel = panel;
        this.jdbc = jdbc;
        post = new Post(jdbc, json, cast.northgate.id());
        ada = panel.as(cast.ada);
        visitor = panel.visitor();
    }

    /** Somebody who was invited. */
    private record Invited(String id, String email, String token) {
        String path() {
            return "/api/v1/users/" + id;
        }
    }

    @Test
    void whoAcceptsIsAnActiveUserWithAProvenAddress() {
        var invited = invite(ada, Map.of());

        var answer = accept(
                invited.token(), Map.of("name", "Dana R.", "password", PASSWORD, "timeZone", "America/New_York"));

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("email").asString()).isEqualTo(invited.email());
        assertThat(answer.json().path("account").asString()).isEqualTo(cast.northgate.shortId());
        var user = ada.get(invited.path()).json();
        assertThat(user.path("status").asString()).isEqualTo("active");
        assertThat(user.path("name").asString()).isEqualTo("Dana R.");
        assertThat(user.path("timeZone").asString()).isEqualTo("America/New_York");
        assertThat(user.path("emailVerified").asBoolean()).isTrue();
        assertThat(user.path("mustChangePassword").asBoolean()).isFalse();
        assertThat(user.has("invitation")).isFalse();
        assertThat(panel.signIn(person(invited)).get("/api/v1/me").status()).isEqualTo(200);
        var kinds = jdbc.sql("""
            select kind || ' ' || actor_name from changes
            where account = :account and items::text like '%' || :id || '%' order by revision
            """)
                .param("account", cast.northgate.id().value())
                .param("id", invited.id())
                .query(String.class)
                .list();
        assertThat(kinds).containsExactly("user.invited Ada Lovelace", "user.accepted Dana R.");
    }

    @Test
    void nobodySignsInBeforeAccepting() {
        var invited = invite(ada, Map.of());
        var form = Map.of("email", invited.email(), "password", PASSWORD);

        assertThat(visitor.post("/api/v1/session", form).status()).isEqualTo(401);
    }

    @Test
    void lookingShowsWhoInvitesWhereAndChangesNothing() {
        var invited = invite(ada, Map.of());
        for (int times = 0; times < 3; times++) {
            var page = visitor.get("/invitation?token=" + invited.token());
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body())
                    .contains("Join Northgate Telecom", "Ada Lovelace invites you", invited.email(), "Given Name");
            var look = visitor.post(CALL + "/look", Map.of("token", invited.token()));
            assertThat(look.status()).isEqualTo(200);
            assertThat(look.json().path("invitedBy").asString()).isEqualTo("Ada Lovelace");
            assertThat(look.json().path("accountName").asString()).isEqualTo("Northgate Telecom");
            assertThat(look.json().path("email").asString()).isEqualTo(invited.email());
        }
        assertThat(ada.get(invited.path()).json().path("status").asString()).isEqualTo("invited");
        assertThat(accept(invited).status()).isEqualTo(201);
    }

    @Test
    void faultsAreToldTogetherAndLeaveTheLinkGood() {
        var invited = invite(ada, Map.of());

        var answer = accept(invited.token(), Map.of("name", " ", "password", "short", "timeZone", "Mars/Base"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("name", "password", "timeZone");
        assertThat(accept(invited.token(), Map.of("name", "X", "password", invited.email()))
                        .status())
                .as("a password made of the address")
                .isEqualTo(422);
        assertThat(accept(invited.token(), Map.of("name", "X")).status()).isEqualTo(422);
        assertThat(accept(invited).status()).isEqualTo(201);
    }

    @Test
    void theScreenSignsInAndLeadsToThePanel() {
        var invited = invite(ada, Map.of());
        var browser = panel.visitor();
        var page = browser.get("/invitation?token=" + invited.token());
        var fields = new LinkedHashMap<String, String>(Map.of(
                "token", invited.token(), "name", "Dana", "password", "short", "_csrf", Visitor.csrfOf(page.body())));

        var refused = browser.formWithoutToken("/invitation", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Use at least 15 characters", "value=\"Dana\"")
                .doesNotContain("\"short\"");
        var rules = browser.formWithoutToken("/invitation/password", fields);
        assertThat(rules.status()).isEqualTo(200);
        assertThat(rules.body()).contains("password-rules");
        fields.put("password", PASSWORD);
        fields.put("timeZone", "Europe/Berlin");
        var done = browser.formWithoutToken("/invitation", fields);

        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).isEqualTo("/");
        assertThat(browser.get("/me").body()).contains("Dana", "Europe/Berlin");
        var again = browser.get("/invitation?token=" + invited.token());
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.body()).contains("accepted already", "Ada Lovelace");
    }

    @Test
    void aTokenIsNeededAndMustBeWhole() {
        for (var token : List.of("", "x", cast.northgate.shortId() + "." + "A".repeat(43), "none.none")) {
            var page = visitor.get("/invitation?token=" + token);
            assertThat(page.status()).isEqualTo(410);
            assertThat(page.body()).contains("Ask whoever invited you");
            assertThat(accept(token, Map.of()).status()).isEqualTo(410);
            assertThat(visitor.post(CALL + "/look", Map.of("token", token)).status())
                    .isEqualTo(410);
        }
        assertThat(visitor.post(CALL + "/accept", Map.of()).status()).isEqualTo(410);
        assertThat(visitor.get("/invitation").status()).isEqualTo(410);
    }

    @Test
    void usedOnceMeansOnceUnderFiftyUsesAtOnce() {
        var invited = invite(ada, Map.of());

        var statuses = atOnce(50, () -> accept(invited).status());

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 410)).hasSize(49);
        assertThat(ada.get(invited.path()).json().path("version").asLong()).isEqualTo(2);
    }

    @Test
    void aSpentOneSaysItWasAccepted() {
        var invited = invite(ada, Map.of());
        accept(invited);

        dead(invited.token(), "accepted already", "Ada Lovelace");
    }

    @Test
    void anExpiredOneIsDeadAndSaysWhenAndWhomToAsk() {
        var invited = invite(ada, Map.of());
        post.expire(invited.email());

        dead(invited.token(), "ended on", "(UTC)", "Ada Lovelace", "ada@northgate.example");
        assertThat(ada.post(invited.path() + "/invitation", "").status()).isEqualTo(204);
        dead(invited.token(), "newer invitation");
        assertThat(accept(post.token(invited.email()), typed()).status()).isEqualTo(201);
    }

    @Test
    void theOneBeforeIsDeadWhenItWasSentAgain() {
        var invited = invite(ada, Map.of());
        panel.as(cast.grace).post(invited.path() + "/invitation", "");

        dead(invited.token(), "newer invitation was sent on", "Grace Hopper");
        var page = visitor.get("/invitation?token=" + post.token(invited.email()));
        assertThat(page.body()).contains("Grace Hopper invites you");
        assertThat(accept(post.token(invited.email()), typed()).status()).isEqualTo(201);
    }

    @Test
    void aWithdrawnOneIsDead() {
        var invited = invite(ada, Map.of());
        ada.delete(invited.path() + "/invitation");

        dead(invited.token(), "withdrawn");
    }

    @Test
    void itIsDeadWhenTheUserIsDeleted() {
        var invited = invite(ada, Map.of());
        ada.delete(invited.path());

        dead(invited.token(), "withdrawn");
        post.awaitNoneWaiting(invited.email());
    }

    @Test
    void itIsDeadWhenTheUserIsDisabledAndStaysSo() {
        var invited = invite(ada, Map.of());
        assertThat(ada.patch(invited.path(), Map.of("status", "disabled")).status())
                .isEqualTo(200);
        dead(invited.token(), "disabled since");
        assertThat(ada.post(invited.path() + "/invitation", "").status()).isEqualTo(409);
        assertThat(ada.patch(invited.path(), Map.of("status", "active")).status())
                .isEqualTo(200);

        var user = ada.get(invited.path()).json();
        assertThat(user.path("status").asString()).isEqualTo("invited");
        assertThat(user.path("invitation").path("expired").asBoolean()).isTrue();
        dead(invited.token(), "Ada Lovelace");
        ada.post(invited.path() + "/invitation", "");
        assertThat(accept(post.token(invited.email()), typed()).status()).isEqualTo(201);
    }

    @Test
    void itIsDeadWhenTheUserIsGivenAPassword() {
        var invited = invite(ada, Map.of());
        assertThat(ada.patch(invited.path(), Map.of("status", "active")).status())
                .isEqualTo(422);
        var set = ada.put(invited.path() + "/password", Map.of("password", PASSWORD, "mustChange", false));

        assertThat(set.status()).isEqualTo(204);
        dead(invited.token(), "accepted already");
        assertThat(ada.get(invited.path()).json().path("status").asString()).isEqualTo("active");
        assertThat(ada.get(invited.path()).json().path("emailVerified").asBoolean())
                .isFalse();
        assertThat(panel.signIn(person(invited)).get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void aChangedAddressKillsTheLinkAndTheNewOneIsInvited() {
        var invited = invite(ada, Map.of());
        var address = "moved." + invited.email();
        assertThat(ada.patch(invited.path(), Map.of("email", address)).status()).isEqualTo(200);

        dead(invited.token(), "Ada Lovelace");
        post.awaitNoneWaiting(invited.email());
        assertThat(accept(post.token(address), typed()).status()).isEqualTo(201);
        assertThat(ada.get(invited.path()).json().path("emailVerified").asBoolean())
                .isTrue();
    }

    @Test
    void itIsRefusedOnceItsInviterIsDisabled() {
        var inviter = Limited.person(panel, cast, Role.ADMINISTRATOR, null);
        var invited = invite(panel.signIn(inviter), Map.of());
        ada.patch("/api/v1/users/" + inviter.id(), Map.of("status", "disabled"));

        refused(invited, inviter);
        ada.patch("/api/v1/users/" + inviter.id(), Map.of("status", "active"));
        assertThat(accept(invited).status()).as("and good again with him").isEqualTo(201);
    }

    @Test
    void itIsRefusedOnceItsInviterIsDeleted() {
        var inviter = Limited.person(panel, cast, Role.ADMINISTRATOR, null);
        var invited = invite(panel.signIn(inviter), Map.of());
        ada.delete("/api/v1/users/" + inviter.id());

        refused(invited, inviter);
    }

    @Test
    void itIsRefusedOnceItsInviterIsNoAdministrator() {
        var inviter = Limited.person(panel, cast, Role.ADMINISTRATOR, null);
        var invited = invite(panel.signIn(inviter), Map.of());
        ada.patch("/api/v1/users/" + inviter.id(), Map.of("role", "normal", "dataAccess", Map.of("mode", "all")));

        refused(invited, inviter);
    }

    @Test
    void itIsRefusedOnceItsInviterIsLimitedBelowIt() {
        var inviter = Limited.person(panel, cast, Role.ADMINISTRATOR, null);
        var invited = invite(panel.signIn(inviter), Map.of("role", "administrator"));
        ada.patch("/api/v1/users/" + inviter.id(), Map.of("groups", List.of(cast.desk.toString())));

        refused(invited, inviter);
    }

    @Test
    void itIsRefusedOnceItsInviterMayCreateNobody() {
        var desk = group("create", "read");
        var inviter = Limited.person(panel, cast, Role.ADMINISTRATOR, null, desk);
        var invited = invite(panel.signIn(inviter), Map.of("groups", List.of(desk)));
        var rule = Map.of("area", "cockpit/Users", "access", List.of("read"), "effect", "allow");
        assertThat(ada.patch("/api/v1/groups/" + desk, Map.of("rules", List.of(rule)))
                        .status())
                .isEqualTo(200);

        refused(invited, inviter);
    }

    @Test
    void itIsRefusedOnceItsInviterHasAnotherReseller() {
        var desk = group("create", "read");
        var inviter = Limited.person(panel, cast, Role.ADMINISTRATOR, null, desk);
        var invited = invite(panel.signIn(inviter), Map.of("groups", List.of(desk)));
        ada.patch("/api/v1/users/" + inviter.id(), Map.of("reseller", Cast.NORTHWIND));

        refused(invited, inviter);
    }

    @Test
    void itIsRefusedOnceTheUserIsGivenMoreThanItsInviterHas() {
        var desk = group("create", "read");
        var inviter = Limited.person(panel, cast, Role.ADMINISTRATOR, null, desk);
        var invited = invite(panel.signIn(inviter), Map.of("groups", List.of(desk)));
        ada.patch(
                invited.path(), Map.of("role", "administrator", "groups", List.of(group("create", "read", "delete"))));

        refused(invited, inviter);
        assertThat(panel.signIn(inviter)
                        .post(invited.path() + "/invitation", "")
                        .status())
                .as("he cannot send it again himself")
                .isEqualTo(403);
        ada.post(invited.path() + "/invitation", "");
        assertThat(accept(post.token(invited.email()), typed()).status())
                .as("but whoever may can")
                .isEqualTo(201);
    }

    @Test
    void itIsAcceptedFromAllowedAddressesAlone() {
        var email = address();
        var created = ada.post(
                "/api/v1/users",
                Map.of("email", email, "name", "Nettie", "role", "normal", "network", List.of("192.0.2.0/24")));
        assertThat(created.status()).isEqualTo(201);

        var elsewhere = accept(post.token(email), typed());
        assertThat(elsewhere.status()).isEqualTo(403);
        assertThat(elsewhere.json().path("gate").asString()).isEqualTo("network");
        assertThat(visitor.get("/invitation?token=" + post.token(email)).status())
                .isEqualTo(403);
        var body = new LinkedHashMap<String, Object>(typed());
        body.put("token", post.token(email));
        var there = visitor.send("POST", CALL + "/accept", body, Map.of("X-Forwarded-For", "192.0.2.7"));
        assertThat(there.status()).as(there.body()).isEqualTo(201);
    }

    @Test
    void aLinkForSomethingElseIsNoInvitation() {
        var invited = invite(ada, Map.of());
        jdbc.sql("update links set purpose = 'recovery' where account = :account and user_id = :user")
                .param("account", cast.northgate.id().value())
                .param("user", UUID.fromString(invited.id()))
                .update();

        assertThat(accept(invited).status()).isEqualTo(410);
    }

    private Invited invite(Visitor by, Map<String, Object> more) {
        var email = address();
        var form = new LinkedHashMap<String, Object>(Map.of("role", "normal"));
        form.putAll(more);
        form.put("emails", List.of("Given Name <" + email + ">"));
        var answer = by.post("/api/v1/invitations", form);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var id = answer.json().path("items").path(0).path("user").asString();
        return new Invited(id, email, post.token(email));
    }

    private Answer accept(Invited invited) {
        return accept(invited.token(), typed());
    }

    private Answer accept(String token, Map<String, Object> typed) {
        var form = new LinkedHashMap<>(typed);
        form.put("token", token);
        return panel.visitor().post(CALL + "/accept", form);
    }

    private static Map<String, Object> typed() {
        return Map.of("name", "Dana Reyes", "password", PASSWORD);
    }

    private void dead(String token, String... words) {
        var page = visitor.get("/invitation?token=" + token);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains(words);
        var answer = accept(token, typed());
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.json().path("detail").asString()).contains(words);
    }

    /** With a page that says whose fault it is and who can mend it; the administrator's page says the same. */
    private void refused(Invited invited, Person inviter) {
        var page = visitor.get("/invitation?token=" + invited.token());
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.body()).contains("Ask another administrator", inviter.name(), "Northgate Telecom");
        assertThat(accept(invited).status()).isEqualTo(409);
        assertThat(ada.get(invited.path()).json().path("status").asString()).isEqualTo("invited");
        assertThat(ada.get("/users/" + invited.id()).body()).contains("It would be refused");
    }

    private String group(String... access) {
        var rule = Map.of("area", "cockpit/Users", "access", List.of(access), "effect", "allow");
        var made = ada.post("/api/v1/groups", Map.of("name", "Inviters " + UUID.randomUUID(), "rules", List.of(rule)));
        return made.json().path("id").asString();
    }

    private Person person(Invited invited) {
        return new Person(
                new UserId(UUID.fromString(invited.id())),
                cast.northgate,
                invited.email(),
                "Dana Reyes",
                Role.NORMAL,
                PASSWORD);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = IntStream.range(0, times)
                    .mapToObj(each -> threads.submit(work))
                    .toList();
            return started.stream().map(AcceptanceTests::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String address() {
        return "a" + UUID.randomUUID() + "@accepted.example";
    }
}

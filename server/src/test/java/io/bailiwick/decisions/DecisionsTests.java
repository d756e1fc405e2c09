package io.bailiwick.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.model.Role;
import io.bailiwick.security.Town;
import io.bailiwick.security.Town.Traits;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Every refusal is kept under the id that the refused person is told, and can be opened by it. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DecisionsTests {
    private static final Map<String, String> FORWARDED = Map.of("X-Forwarded-For", "192.0.2.7");

    @Autowired
    private Panel panel;

    @Autowired
    private Town town;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DecisionStore store;

    private Town.Quarter here;
    private Visitor mayor;
    private Cast.Person normal;
    private Visitor normals;
    private Visitor limited;
    private Visitor northerner;
    private Cast.Person northWorker;

    @BeforeAll
    void settle() {
        here = town.quarter("Why");
        mayor = panel.signIn(here.mayor());
        normal = town.add(here, "Nina Normal", Role.NORMAL, Traits.sees("none"));
        normals = panel.signIn(normal);
        limited = panel.signIn(town.add(here, "Lea Limited", Role.ADMINISTRATOR, Traits.NONE.in(here.desk())));
        var explainers = mayor.post(
                        "/api/v1/groups",
                        Map.of(
                                "name",
                                "Explainers",
                                "rules",
                                List.of(Map.of(
                                        "area", "cockpit/Explain", "access", List.of("read"), "effect", "allow"))))
                .json()
                .path("id")
                .asString();
        northerner = panel.signIn(town.add(
                here,
                "Rita North",
                Role.ADMINISTRATOR,
                Traits.NONE.in(explainers).of("north")));
        northWorker = town.add(
                here,
                "Nils North",
                Role.NORMAL,
                Traits.sees("all").in(here.desk()).of("north"));
    }

    @Test
    void aRefusalByAGateIsOpenedAsItWasThenAndAsItWouldBeNow() {
        var id = refused(normals.get("/api/v1/users?q=secret"));

        var then = open(id);
        assertThat(then.path("source").asString()).isEqualTo("panel");
        assertThat(then.path("user").path("email").asString()).isEqualTo(normal.email());
        assertThat(then.path("method").asString()).isEqualTo("GET");
        assertThat(then.path("path").asString()).isEqualTo("/api/v1/users");
        assertThat(then.path("address").asString()).isEqualTo("127.0.0.1");
        assertThat(then.path("gate").asString()).isEqualTo("role");
        assertThat(then.path("then").path("pattern").asString()).isEqualTo("/api/v1/users");
        assertThat(then.path("then").path("gates")).hasSize(7);
        assertThat(then.path("now").path("allowed").asBoolean()).isFalse();

        mayor.patch("/api/v1/users/" + normal.id(), Map.of("role", "administrator"));
        var later = open(id);
        assertThat(later.path("then").path("allowed").asBoolean()).isFalse();
        assertThat(later.path("then")).isEqualTo(then.path("then"));
        assertThat(later.path("now").path("allowed").asBoolean()).isTrue();
        mayor.patch("/api/v1/users/" + normal.id(), Map.of("role", "normal"));
        normals = panel.signIn(normal);
    }

    @Test
    void whoeverIsGoneIsStillNamed() {
        var gone = town.add(here, "Gunnar Gone", Role.NORMAL, Traits.sees("none"));
        var id = refused(panel.signIn(gone).get("/api/v1/groups"));
        assertThat(mayor.delete("/api/v1/users/" + gone.id()).status()).isEqualTo(204);

        assertThat(open(id).path("user").path("name").asString()).isEqualTo("Gunnar Gone");
        assertThat(open(id).path("now").isNull()).isTrue();
        assertThat(mayor.get("/decisions/" + id).body())
                .contains("This user is gone", "The role of Gunnar Gone and its permissions do not reach");
        assertThat(northerner.get("/api/v1/decisions/" + id).status()).isEqualTo(404);
    }

    @Test
    void aGuardRailLeavesADecisionAndAnAuditEntry() {
        var beyond = limited.post(
                "/api/v1/users", Map.of("email", "climber@people.example", "name", "Climber", "role", "administrator"));
        var id = refused(beyond);

        assertThat(beyond.json().path("reason").asString())
                .isEqualTo(beyond.json().path("detail").asString());
        var decision = open(id);
        assertThat(decision.path("source").asString()).isEqualTo("rail");
        assertThat(decision.path("gate").isNull()).isTrue();
        assertThat(decision.path("reason").asString()).startsWith("Put the user into a group");
        assertThat(decision.path("then").path("allowed").asBoolean()).isTrue();
        assertThat(audited(id)).singleElement().asString().contains("\"path\": \"/api/v1/users\"", "Put the user");
        assertThat(mayor.get("/decisions/" + id).body()).contains("A guard rail on administration refused a change");
    }

    @Test
    void aRailThatAScreenShowsBesideItsFormLeavesOneToo() {
        var before = rails();
        var page = limited.form("/users/" + here.mayor().id() + "/disable", Map.of());
        assertThat(page.status()).isEqualTo(303);
        assertThat(rails()).isEqualTo(before + 1);
    }

    @Test
    void aConflictThatIsAGuardRailIsKeptAndOneThatIsNoneIsNot() {
        var self = mayor.patch("/api/v1/users/" + here.mayor().id(), Map.of("status", "disabled"));
        assertThat(self.status()).as(self.body()).isEqualTo(409);
        assertThat(open(self.json().path("decisionId").asString())
                        .path("reason")
                        .asString())
                .startsWith("Nobody changes their own");

        var taken = mayor.post("/api/v1/groups", Map.of("name", "Explainers"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.json().has("decisionId")).isFalse();
    }

    @Test
    void proxiesAreToldTheIdOfWhatTheyAreDenied() {
        var denied = normals.send("GET", "/authz/cockpit/ext-authz/users?token=secret&of%5B%5D=1", null, FORWARDED);
        assertThat(denied.status()).isEqualTo(403);
        var decision = open(denied.header("Bailiwick-Decision"));
        assertThat(decision.path("source").asString()).isEqualTo("proxy");
        assertThat(decision.path("path").asString()).isEqualTo("/users");
        assertThat(decision.path("address").asString()).isEqualTo("192.0.2.7");
        assertThat(decision.path("reason").asString()).isEqualTo(denied.header("Bailiwick-Reason"));

        var nowhere = normals.send("GET", "/authz/no-such-thing/ext-authz/x", null, FORWARDED);
        assertThat(open(nowhere.header("Bailiwick-Decision")).path("gate").asString())
                .isEqualTo("area");
        var elsewhere = normals.send(
                "POST",
                "/authz/cockpit/ext-authz/me",
                "",
                Map.of("X-Forwarded-For", "192.0.2.7", "Sec-Fetch-Site", "cross-site"));
        assertThat(open(elsewhere.header("Bailiwick-Decision")).path("gate").isNull())
                .isTrue();
        assertThat(mayor.send("GET", "/authz/cockpit/ext-authz/users", null, FORWARDED)
                        .header("Bailiwick-Decision"))
                .isEmpty();
    }

    @Test
    void signingInFromTheWrongAddressNamesADecision() {
        var away = town.add(here, "Aino Away", Role.NORMAL, Traits.sees("none"));
        var inside = panel.signIn(away);
        var path = "/api/v1/users/" + away.id();
        var list = Map.of("network", List.of("10.0.0.0/8"));
        var asked = mayor.patch(path, list).json().path("confirm").asString("");
        assertThat(mayor.patch(path + "?confirm=" + asked, list).status()).isEqualTo(200);
        assertThat(inside.get("/me").body()).contains("Your address is not on your allow-list");
        var refused = panel.visitor()
                .post(
                        "/api/v1/session",
                        Map.of(
                                "email",
                                away.email(),
                                "password",
                                away.password(),
                                "account",
                                away.account().shortId()));

        var decision = open(refused(refused));
        assertThat(decision.path("source").asString()).isEqualTo("sign-in");
        assertThat(decision.path("then").path("gate").asString()).isEqualTo("network");
        assertThat(decision.path("then").path("remedies").get(0).asString()).contains("allow-list");
    }

    @Test
    void onlyWhatIsInSightCanBeOpened() {
        var others = refused(normals.get("/api/v1/users"));
        var own = refused(panel.signIn(northWorker).get("/api/v1/partners"));

        assertThat(northerner.get("/api/v1/decisions/" + own).status()).isEqualTo(200);
        var unseen = northerner.get("/api/v1/decisions/" + others);
        var missing = northerner.get("/api/v1/decisions/" + UUID.randomUUID());
        assertThat(unseen.status()).isEqualTo(404);
        assertThat(unseen.body()).isEqualTo(missing.body());
        assertThat(panel.signIn(town.quarter("Elsewhere of why").mayor())
                        .get("/api/v1/decisions/" + others)
                        .status())
                .isEqualTo(404);
        assertThat(normals.get("/api/v1/decisions/" + others).status()).isEqualTo(403);
    }

    @Test
    void thePageOfARefusalNamesItAndLeadsThoseWhoMayToItsReasons() {
        var page = normals.get("/users");
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body())
                .contains(
                        "Your role and its permissions do not reach",
                        "ask an administrator of Why",
                        "data-behaviour=\"copy\"")
                .doesNotContain("/decisions/");

        var seen = northerner.get("/groups");
        var link = seen.body().replaceAll("(?s).*href=\"(/decisions/[0-9a-f-]+)\".*", "$1");
        assertThat(seen.body()).contains("See why", "Your groups");
        assertThat(northerner.get(link).body())
                .contains("Why Rita North was refused", "As it was decided then", "As it would be decided now")
                .contains("GET /groups");
        var id = link.substring("/decisions/".length());
        assertThat(northerner.get("/explain?decision=" + id).header("Location")).isEqualTo(link);
        assertThat(northerner.get("/explain?decision=nonsense").body()).contains("This is no id of a decision");
    }

    @Test
    void oldOnesAreSweptUp() {
        var id = refused(normals.get("/api/v1/users"));
        open(id);
        // It is told from the queue before it is a row.
        var aged = "update refusals set at = at - interval '91 days' where account = :account and id = :id";
        await().until(() -> jdbc.sql(aged)
                        .param("account", here.account().id().value())
                        .param("id", UUID.fromString(id))
                        .update()
                == 1);

        assertThat(store.deleteOlder(here.account().id(), java.time.Duration.ofDays(90), 10))
                .isOne();
        assertThat(mayor.get("/api/v1/decisions/" + id).status()).isEqualTo(404);
    }

    private static String refused(Visitor.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(403);
        var id = answer.json().path("decisionId").asString("");
        assertThat(id).isNotEmpty();
        return id;
    }

    private JsonNode open(String id) {
        var answer = mayor.get("/api/v1/decisions/" + id);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private List<String> audited(String id) {
        return jdbc.sql("select details::text from audit_entries where account = :account and id = :id")
                .param("account", here.account().id().value())
                .param("id", UUID.fromString(id))
                .query(String.class)
                .list();
    }

    private int rails() {
        return jdbc.sql("select count(*) from audit_entries where account = :account and kind = 'rail.refused'")
                .param("account", here.account().id().value())
                .query(Integer.class)
                .single();
    }
}

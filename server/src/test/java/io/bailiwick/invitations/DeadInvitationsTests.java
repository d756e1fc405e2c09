package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.groups.Limited;
import io.bailiwick.model.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** An invitation that is not good, or not any more, says why and whom to ask; nobody comes in by it. */
@PanelTest
class DeadInvitationsTests extends Accepting {
    @Autowired
    private Outbox outbox;

    @Autowired
    DeadInvitationsTests(Cast cast, Panel panel, JdbcClient jdbc, JsonMapper json) {
        super(cast, panel, jdbc, json);
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
    void itIsDeadWhenTheUserIsDisabledAndANewOneIsSentWhenEnabled() {
        var invited = invite(ada, Map.of());
        assertThat(ada.patch(invited.path(), Map.of("status", "disabled")).status())
                .isEqualTo(200);
        dead(invited.token(), "disabled since");
        assertThat(ada.post(invited.path() + "/invitation", "").status()).isEqualTo(409);
        assertThat(panel.as(cast.grace)
                        .form("/users/" + invited.id() + "/enable", Map.of())
                        .status())
                .isEqualTo(303);

        var user = ada.get(invited.path()).json();
        assertThat(user.path("status").asString()).isEqualTo("invited");
        assertThat(user.path("invitation").path("expired").asBoolean()).isFalse();
        assertThat(panel.as(cast.grace).get("/users/" + invited.id()).body())
                .contains("has never accepted an invitation")
                .doesNotContain("may sign in again.");
        dead(invited.token(), "newer invitation was sent on", "Grace Hopper");
        assertThat(accept(post.token(invited.email()), typed()).status()).isEqualTo(201);
    }

    @Test
    void whoIsEnabledWithOthersIsInvitedAgainIfTheActorMayInvite() {
        var invited = List.of(invite(ada, Map.of()), invite(ada, Map.of()));
        var ids = invited.stream().map(Invited::id).toList();
        var bulk = "/api/v1/users/bulk";
        ada.post(bulk, Map.of("action", "disable", "ids", ids));
        assertThat(ada.post(bulk, Map.of("action", "enable", "ids", ids)).status())
                .isEqualTo(200);

        for (var each : invited) {
            assertThat(post.token(each.email())).isNotEqualTo(each.token());
            assertThat(accept(post.token(each.email()), typed()).status()).isEqualTo(201);
        }
        var mender = panel.signIn(Limited.person(panel, cast, Role.ADMINISTRATOR, null, group("read", "update")));
        var one = invite(ada, Map.of("groups", List.of(group("read"))));
        ada.patch(one.path(), Map.of("status", "disabled"));
        var sent = post.number(one.email());
        assertThat(mender.patch(one.path(), Map.of("status", "active")).status())
                .isEqualTo(200);
        assertThat(post.number(one.email())).isEqualTo(sent);
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
        assertThat(outbox.of("verification", invited.email())).hasSize(1);
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
        var there = visitor.send(
                "POST", CALL + "/accept", body, Map.of("X-Forwarded-For", "192.0.2.7", "X-Forwarded-Proto", "https"));
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
}

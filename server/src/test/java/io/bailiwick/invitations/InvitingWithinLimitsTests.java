package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.groups.Limited;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Nobody invites beyond what he has and sees. */
@PanelTest
class InvitingWithinLimitsTests extends Inviting {
    @Autowired
    InvitingWithinLimitsTests(Cast cast, Panel panel, JdbcClient jdbc, JsonMapper json) {
        super(cast, panel, jdbc, json);
    }

    @Test
    void impossibleRightsAreRefused() {
        var form = new LinkedHashMap<String, Object>(Map.of("role", "partner", "dataAccess", NOBODYS_DATA));
        assertThat(invite(ada, List.of(address()), form).status()).isEqualTo(422);
        form.put("dataAccess", Map.of("mode", "selected", "partners", List.of(Cast.ACME)));
        form.put("permissions", List.of("jobs"));
        assertThat(invite(ada, List.of(address()), form).status()).isEqualTo(422);
        assertThat(invite(ada, List.of(address()), Map.of("reseller", Cast.NORTHWIND))
                        .status())
                .as("a reseller's user has a group")
                .isEqualTo(409);
    }

    @Test
    void withoutARoleTheyAreAdministratorsButOnlyByAnUnrestrictedOne() {
        var answer = ada.post(CALL, Map.of("emails", List.of(address())));
        assertThat(user(answer, 0).path("role").asString()).isEqualTo("administrator");

        var refused = panel.as(cast.kim)
                .post(CALL, Map.of("emails", List.of(address()), "groups", List.of(cast.desk.toString())));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Choose a role");
    }

    @Test
    void anotherAccountsInvitationsAreNotThere() {
        var email = address();
        var sent = invite(ada, List.of(email), Map.of());
        var sven = panel.as(cast.sven);
        var path = "/api/v1/users/" + id(sent, 0) + "/invitation";

        assertThat(sven.post(path, "").status()).isEqualTo(404);
        assertThat(sven.delete(path).status()).isEqualTo(404);
        assertThat(outcomes(invite(sven, List.of(email), Map.of())))
                .as("addresses are unique in an account only")
                .containsExactly("invited");
    }

    @Test
    void aLimitedAdministratorInvitesNobodyWhoMayMore() {
        var kim = panel.as(cast.kim);
        var desk = List.of(cast.desk.toString());
        var wide = group();

        assertThat(invite(kim, List.of(address()), Map.of("groups", desk)).status())
                .isEqualTo(200);
        assertThat(invite(kim, List.of(address()), Map.of()).status())
                .as("in no group")
                .isEqualTo(403);
        assertThat(invite(kim, List.of(address()), Map.of("role", "administrator", "groups", List.of(wide)))
                        .status())
                .as("in a wider one")
                .isEqualTo(403);
        assertThat(kim.post("/api/v1/users", Map.of("email", address(), "name", "X", "role", "administrator"))
                        .status())
                .isEqualTo(403);
        var strong = invite(ada, List.of(address()), Map.of("role", "administrator", "groups", List.of(wide)));
        assertThat(kim.post("/api/v1/users/" + id(strong, 0) + "/invitation", "")
                        .status())
                .as("re-inviting who may more")
                .isEqualTo(403);
        var token = post.token(user(strong, 0).path("email").asString());
        assertThat(kim.patch("/api/v1/users/" + id(strong, 0), Map.of("email", address()))
                        .status())
                .as("leading the link to oneself")
                .isEqualTo(403);
        assertThat(post.token(user(strong, 0).path("email").asString())).isEqualTo(token);
    }

    @Test
    void aResellersAdministratorInvitesForTheResellerAlone() {
        var rita = panel.as(cast.rita);
        var desk = List.of(cast.desk.toString());
        var sent = invite(rita, List.of(address()), Map.of("groups", desk));

        assertThat(user(sent, 0).path("reseller").asString()).isEqualTo(Cast.NORTHWIND);
        assertThat(invite(
                                rita,
                                List.of(address()),
                                Map.of(
                                        "groups",
                                        desk,
                                        "dataAccess",
                                        Map.of("mode", "selected", "partners", List.of(Cast.ACME))))
                        .body())
                .contains("no partner `acme`");
        var others = invite(ada, List.of(address()), Map.of("groups", desk));
        var path = "/api/v1/users/" + id(others, 0) + "/invitation";
        assertThat(rita.post(path, "").status()).isEqualTo(404);
        assertThat(rita.delete(path).status()).isIn(403, 404);
        var known = invite(rita, List.of(user(others, 0).path("email").asString()), Map.of("groups", desk));
        assertThat(outcomes(known)).containsExactly("already-a-user");
        assertThat(known.json().path("items").path(0).has("user"))
                .as("who is out of sight has no id")
                .isFalse();
    }

    @Test
    void whoMayNotCreateUsersInvitesNobody() {
        for (var person : List.of(cast.kevin, cast.pia, cast.nora)) {
            assertThat(invite(panel.as(person), List.of(address()), Map.of()).status())
                    .isEqualTo(403);
            assertThat(panel.as(person)
                            .post(CALL + "/check", Map.of("text", "a@b.example"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(panel.visitor().post(CALL, Map.of("emails", List.of())).status())
                .isEqualTo(401);
        var reader = Limited.administrator(panel, cast, null, readers());
        assertThat(invite(reader, List.of(address()), Map.of()).status()).isEqualTo(403);
    }
}

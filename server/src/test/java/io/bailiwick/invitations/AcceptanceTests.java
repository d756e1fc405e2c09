package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Accepting an invitation: once, while it is good, and with no more than its inviter could still give. */
@PanelTest
class AcceptanceTests extends Accepting {
    @Autowired
    AcceptanceTests(Cast cast, Panel panel, JdbcClient jdbc, JsonMapper json) {
        super(cast, panel, jdbc, json);
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
    void theZoneThatWasGivenStaysUnlessAnotherIsChosen() {
        for (var zone : List.of("", "Europe/Berlin")) {
            var email = address();
            var form = Map.of("email", email, "name", "Tala Tokyo", "role", "normal", "timeZone", "Asia/Tokyo");
            assertThat(ada.post("/api/v1/users", form).status()).isEqualTo(201);
            assertThat(visitor.get("/invitation?token=" + post.token(email)).body())
                    .contains("value=\"Asia/Tokyo\"");
            var typed = new LinkedHashMap<>(typed());
            typed.put("timeZone", zone);

            assertThat(accept(post.token(email), typed).json().path("timeZone").asString())
                    .isEqualTo(zone.isEmpty() ? "Asia/Tokyo" : zone);
        }
    }

    @Test
    void whoAcceptsIsInWhateverOthersGuessedAtTheAddressBefore() {
        var invited = invite(ada, Map.of());
        jdbc.sql("""
                insert into sign_in_failures (account, email_key, failures, last_failed_at, locked_until)
                values (:account, :email, 12, now(), now() + interval '10 minutes')
                """)
                .param("account", cast.northgate.id().value())
                .param("email", invited.email())
                .update();

        var guest = panel.visitor();
        guest.get("/invitation?token=" + invited.token());
        var done =
                guest.form("/invitation", Map.of("token", invited.token(), "name", "Dana Reyes", "password", PASSWORD));

        assertThat(done.status()).isEqualTo(303);
        assertThat(done.header("Location")).endsWith("/");
        assertThat(guest.get("/me").status()).isEqualTo(200);
    }
}

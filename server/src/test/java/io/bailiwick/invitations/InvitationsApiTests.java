package io.bailiwick.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Inviting, as scripts do it. */
@PanelTest
class InvitationsApiTests extends Inviting {
    @Autowired
    InvitationsApiTests(Cast cast, Panel panel, JdbcClient jdbc, JsonMapper json) {
        super(cast, panel, jdbc, json);
    }

    @Test
    void everybodyInTheListIsInvitedWithTheSameRights() {
        var before = revision();
        var one = address();
        var two = address();
        var answer = invite(
                ada,
                List.of(one, "Lee, Kim <" + two + ">"),
                Map.of(
                        "role",
                        "normal",
                        "permissions",
                        List.of("jobs"),
                        "dataAccess",
                        Map.of("mode", "selected", "partners", List.of(Cast.ACME, Cast.GLOBEX)),
                        "groups",
                        List.of(cast.desk.toString())));

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("invited").asInt()).isEqualTo(2);
        assertThat(outcomes(answer)).containsExactly("invited", "invited");
        assertThat(revision()).as("one revision for all").isEqualTo(before + 1);
        var user = user(answer, 1);
        assertThat(user.path("email").asString()).isEqualTo(two);
        assertThat(user.path("name").asString()).isEqualTo("Lee, Kim");
        assertThat(user.path("status").asString()).isEqualTo("invited");
        assertThat(user.path("role").asString()).isEqualTo("normal");
        assertThat(user.path("permissions").toString()).isEqualTo("[\"jobs\"]");
        assertThat(user.path("dataAccess").toString()).contains("acme", "globex");
        assertThat(user.path("groups").toString()).contains(cast.desk.toString());
        assertThat(user.path("emailVerified").asBoolean()).isFalse();
        assertThat(user.path("createdBy").asString()).isEqualTo("Ada Lovelace");
    }

    @Test
    void anInvitedUserShowsHowTheInvitationStands() {
        var answer = invite(ada, List.of(address()), Map.of());

        var invitation = user(answer, 0).path("invitation");
        assertThat(invitation.path("sentBy").asString()).isEqualTo("Ada Lovelace");
        assertThat(invitation.path("expired").asBoolean()).isFalse();
        var lifetime = Duration.between(
                Instant.parse(invitation.path("sentAt").asString()),
                Instant.parse(invitation.path("expiresAt").asString()));
        assertThat(lifetime)
                .isBetween(
                        Duration.ofDays(7).minusSeconds(1), Duration.ofDays(7).plusSeconds(1));
        var listed = ada.get("/api/v1/users?status=invited&limit=500").json().path("items");
        assertThat(listed.findValuesAsString("sentBy")).isNotEmpty();
        assertThat(ada.get("/api/v1/users/" + cast.nora.id()).json().has("invitation"))
                .isFalse();
        post.expire(user(answer, 0).path("email").asString());
        assertThat(user(answer, 0).path("invitation").path("expired").asBoolean())
                .isTrue();
    }

    @Test
    void theMailSaysWhoInvitesWhereWithWhichWordsAndUntilWhen() {
        var email = address();
        invite(ada, List.of("Dana Reyes <" + email + ">"), Map.of("note", "Welcome,\r\nsee you <b>Monday</b> "));

        var letter = post.letter(email);
        assertThat(letter.path("subject").asString()).isEqualTo("Ada Lovelace invites you to Northgate Telecom");
        assertThat(letter.path("name").asString()).isEqualTo("Dana Reyes");
        assertThat(letter.path("paragraphs").toString())
                .contains("Hello Dana Reyes", "Ada Lovelace (ada@northgate.example)", "Northgate Telecom", email);
        assertThat(letter.path("quote").path("who").asString()).isEqualTo("Ada Lovelace");
        assertThat(letter.path("quote").path("text").asString()).isEqualTo("Welcome,\nsee you <b>Monday</b>");
        assertThat(letter.path("closing").toString())
                .containsPattern("until \\d+ \\w+ 20\\d\\d, \\d\\d:\\d\\d \\(UTC\\)");
        assertThat(post.link(email))
                .matches(
                        "http://127\\.0\\.0\\.1:\\d+/invitation\\?token=" + cast.northgate.shortId() + "\\.[\\w-]{43}");
    }

    @Test
    void noLinkIsMadeOfTheHostThatARequestNames() {
        var email = address();
        var sent = invite(ada, List.of(email), Map.of());
        var again = panel.raw(
                "POST /api/v1/users/" + id(sent, 0) + "/invitation HTTP/1.1\nHost: evil.example\nX-CSRF-Token: "
                        + ada.csrf() + "\nCookie: bailiwick=" + ada.cookies().get("bailiwick") + "\nContent-Length: 0");

        assertThat(again).startsWith("HTTP/1.1 204");
        assertThat(post.letter(email).toString()).doesNotContain("evil.example");
    }

    @Test
    void aMailWithoutNoteQuotesNobody() {
        var email = address();
        invite(ada, List.of(email), Map.of("note", "  "));

        assertThat(post.letter(email).path("quote").isNull()).isTrue();
    }

    @Test
    void eachAddressGetsAWordAndTheRestStillGoes() {
        var email = address();
        var answer = invite(
                ada,
                List.of(
                        cast.nora.email().toUpperCase(java.util.Locale.ROOT),
                        email,
                        "kim@gmial.com",
                        email,
                        "nonsense"),
                Map.of());

        assertThat(outcomes(answer))
                .containsExactly("already-a-user", "invited", "invalid", "already-a-user", "invalid");
        var items = answer.json().path("items");
        assertThat(items.path(0).path("user").asString())
                .isEqualTo(cast.nora.id().toString());
        assertThat(items.path(0).path("reason").asString()).isEqualTo("already a user");
        assertThat(items.path(2).path("suggestion").asString()).isEqualTo("kim@gmail.com");
        assertThat(items.path(3).path("reason").asString()).isEqualTo("same as line 2");
        assertThat(items.path(4).path("reason").asString()).isEqualTo("no @ in it");
        assertThat(answer.json().path("invited").asInt()).isEqualTo(1);
    }

    @Test
    void withNobodyToInviteNothingChanges() {
        var before = revision();

        var answer = invite(ada, List.of("nonsense", cast.nora.email()), Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("invited").asInt()).isZero();
        assertThat(revision()).isEqualTo(before);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var answer = ada.post(
                CALL,
                Map.of(
                        "emails",
                        List.of(),
                        "role",
                        "king",
                        "note",
                        "a".repeat(1_001),
                        "groups",
                        List.of("nowhere"),
                        "dataAccess",
                        Map.of("mode", "some")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").findValuesAsString("field"))
                .contains("emails", "role", "note", "groups", "dataAccess.mode");
        assertThat(ada.post(CALL, Map.of("emails", List.of(address()), "note", "\u202Eevil"))
                        .status())
                .isEqualTo(422);
        assertThat(ada.post(CALL, Map.of("emails", "a@b.example")).status()).isEqualTo(400);
        assertThat(ada.post(CALL, Map.of("emails", List.of(), "password", "x")).status())
                .isEqualTo(400);
    }

    @Test
    void aThousandAreInvitedAtOnceAndNoMore() {
        var domain = UUID.randomUUID() + ".example";
        var emails = IntStream.range(0, 1_001)
                .mapToObj(number -> "p" + number + "@" + domain)
                .toList();

        var tooMany = invite(ada, emails, Map.of());
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("at most 1,000", "1,001");
        var before = revision();
        var answer = invite(ada, emails.subList(1, 1_001), Map.of());

        assertThat(answer.json().path("invited").asInt()).isEqualTo(1_000);
        assertThat(revision()).isEqualTo(before + 1);
        assertThat(ada.get("/api/v1/users?q=" + domain).json().path("total").asInt())
                .isEqualTo(1_000);
        assertThat(post.number("p1@" + domain)).isEqualTo(1);
        assertThat(post.number("p1000@" + domain)).isEqualTo(1);
        jdbc.sql("delete from users where account = :account and email like :domain")
                .param("account", cast.northgate.id().value())
                .param("domain", "%@" + domain)
                .update();
    }

    @Test
    void aUserWithoutPasswordIsInvited() {
        var email = address();
        var created = ada.post(
                "/api/v1/users", Map.of("email", email, "name", "Ines", "role", "normal", "timeZone", "Asia/Tokyo"));

        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.json().path("status").asString()).isEqualTo("invited");
        assertThat(created.json().path("invitation").path("sentBy").asString()).isEqualTo("Ada Lovelace");
        assertThat(post.letter(email).path("closing").toString()).contains("(Asia/Tokyo, UTC+09:00)");
        assertThat(ada.post("/api/v1/users", Map.of("email", email, "name", "Ines", "role", "normal"))
                        .status())
                .isEqualTo(409);
        assertThat(ada.post(
                                "/api/v1/users",
                                Map.of("email", address(), "name", "Ines", "role", "normal", "password", ""))
                        .status())
                .as("an empty password is no invitation")
                .isEqualTo(422);
    }

    @Test
    void theListCanBeJudgedBeforehand() {
        var before = revision();
        var answer = ada.post(
                CALL + "/check",
                Map.of("text", "Omar <new@globex.example>; " + cast.nora.email() + "\nNEW@globex.example p@acme,com"));

        assertThat(answer.status()).isEqualTo(200);
        var items = answer.json().path("items");
        assertThat(items.findValuesAsString("verdict"))
                .containsExactly("ready", "already-a-user", "duplicate", "invalid");
        assertThat(items.path(0).path("name").asString()).isEqualTo("Omar");
        assertThat(items.path(2).path("line").asInt()).isEqualTo(2);
        assertThat(items.path(3).path("suggestion").asString()).isEqualTo("p@acme.com");
        assertThat(answer.json().path("ready").asInt()).isEqualTo(1);
        assertThat(answer.json().path("skipped").asInt()).isEqualTo(2);
        assertThat(answer.json().path("invalid").asInt()).isEqualTo(1);
        assertThat(revision()).isEqualTo(before);
        assertThat(ada.post(CALL + "/check", Map.of("emails", List.of("x"))).status())
                .isEqualTo(200);
        assertThat(ada.post(CALL + "/check", Map.of("text", "a@b.example ".repeat(1_001)))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void whoIsOutOfSightIsAUserAndNoMoreIsTold() {
        var pending = address();
        invite(ada, List.of(pending), Map.of());
        for (var reader : List.of(ada, panel.as(cast.rita))) {
            var answer = reader.post(CALL + "/check", Map.of("emails", List.of(pending, cast.nora.email())));
            assertThat(answer.json().path("items").findValuesAsString("reason"))
                    .containsExactly(reader == ada ? "already invited" : "already a user", "already a user");
        }
    }

    @Test
    void anInvitationIsSentAgainAndWithdrawn() {
        var email = address();
        var sent = invite(ada, List.of(email), Map.of("note", "Do come."));
        var path = "/api/v1/users/" + id(sent, 0) + "/invitation";
        var first = post.token(email);

        assertThat(panel.as(cast.grace).post(path, "").status()).isEqualTo(204);
        assertThat(post.token(email)).isNotEqualTo(first);
        assertThat(post.letter(email).path("quote").path("text").asString()).isEqualTo("Do come.");
        assertThat(user(sent, 0).path("invitation").path("sentBy").asString()).isEqualTo("Grace Hopper");
        assertThat(ada.send("DELETE", path, null, Map.of("If-Match", "\"7\"")).status())
                .isEqualTo(412);
        assertThat(ada.delete(path).status()).isEqualTo(204);
        assertThat(ada.get("/api/v1/users/" + id(sent, 0)).status()).isEqualTo(404);
        post.awaitNoneWaiting(email);
        assertThat(ada.delete(path).status()).isEqualTo(404);
        assertThat(ada.post(path, "").status()).isEqualTo(404);
        assertThat(outcomes(invite(ada, List.of(email), Map.of())))
                .as("the address is free again")
                .containsExactly("invited");
    }

    @Test
    void onlyWhoIsInvitedIsInvitedAgainOrWithdrawn() {
        var path = "/api/v1/users/" + cast.nora.id() + "/invitation";

        assertThat(ada.post(path, "").body()).contains("has accepted already");
        assertThat(ada.post(path, "").status()).isEqualTo(409);
        assertThat(ada.delete(path).status()).isEqualTo(409);
        assertThat(ada.post("/api/v1/users/none/invitation", "").status()).isEqualTo(404);
    }

    @Test
    void whatHappensIsOnRecord() {
        var email = address();
        var sent = invite(ada, List.of(email), Map.of());
        var path = "/api/v1/users/" + id(sent, 0) + "/invitation";
        ada.post(path, "");
        ada.delete(path);

        var kinds = jdbc.sql("""
            select kind from changes where account = :account and items::text like '%' || :email || '%' order by revision
            """)
                .param("account", cast.northgate.id().value())
                .param("email", email)
                .query(String.class)
                .list();
        assertThat(kinds).containsExactly("user.invited", "user.invited-again", "user.withdrawn");
    }
}

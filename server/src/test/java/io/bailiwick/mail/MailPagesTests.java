package io.bailiwick.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Cast.Person;
import io.bailiwick.Mailbox;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Outgoing mail by API and on the screen. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailPagesTests {
    private static final String API = "/api/v1/mail";

    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Mails mails;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void aLetterLeavesWhenItsTransactionCommitsAndNotWhenItDoesNot() {
        transactions.executeWithoutResult(status -> {
            mails.send(cast.northgate.id(), Letters.notice(null, "undone@people.example", "Undone"));
            status.setRollbackOnly();
        });
        put(cast.northgate.id(), Letters.notice(null, "done@people.example", "Done"));

        assertThat(mailbox.newest("done@people.example").subject()).isEqualTo("Done");
        assertThat(mailbox.to("undone@people.example")).isEmpty();
        var sent = await("done@people.example", "sent");
        assertThat(sent.path("sentAt").isMissingNode()).isFalse();
        assertThat(sent.path("nextTryAt").isMissingNode()).isTrue();
    }

    @Test
    void itIsFoundByRecipientAndSubjectAndStateAndKind() {
        put(cast.northgate.id(), Letters.notice(null, "findme@people.example", "Percent 100% of _it_"));
        await("findme@people.example", "sent");

        for (var query :
                List.of("q=FINDME", "q=100%25+of", "q=_it_", "q=findme&state=sent", "q=findme&kind=password-changed")) {
            assertThat(emails(query)).as(query).containsExactly("findme@people.example");
        }
        for (var query :
                List.of("q=findme&state=failed", "q=findme&kind=invitation", "q=100x", "q=findme&state=held")) {
            assertThat(emails(query)).as(query).isEmpty();
        }
        assertThat(panel.as(cast.ada).get(API + "?state=lost").status()).isEqualTo(422);
        assertThat(panel.as(cast.ada).get(API + "?sort=email").status()).isEqualTo(422);
    }

    @Test
    void pagesFollowOneAnotherNewestFirst() {
        for (var number = 0; number < 5; number++) {
            put(cast.northgate.id(), Letters.notice(null, "page-" + number + "@pages.example", "Page"));
        }
        var seen = new ArrayList<String>();
        var query = "?q=pages.example&limit=2";
        for (var page = get(API + query);
                ;
                page = get(API + query + "&after=" + page.path("next").asString(""))) {
            assertThat(page.path("total").asInt()).isEqualTo(5);
            page.path("items").forEach(item -> seen.add(item.path("email").asString("")));
            if (page.path("next").isMissingNode()) {
                break;
            }
        }

        assertThat(seen)
                .containsExactly(
                        "page-4@pages.example",
                        "page-3@pages.example",
                        "page-2@pages.example",
                        "page-1@pages.example",
                        "page-0@pages.example");
    }

    @Test
    void anotherAccountsMailIsNotThere() {
        var theirs = put(cast.shadow.id(), Letters.notice(null, "sofia@shadow.example", "Theirs"));

        assertThat(emails("q=shadow.example")).isEmpty();
        for (var path : List.of(API + "/" + theirs, "/mail/" + theirs, "/mail/" + theirs + "/html")) {
            assertThat(panel.as(cast.ada).get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(panel.as(cast.ada)
                        .post(API + "/" + theirs + "/resend", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void sendingAgainSendsTheSameLetterAndIsRecorded() {
        var id = put(cast.northgate.id(), Letters.notice(null, "again@people.example", "Again"));
        await("again@people.example", "sent");
        var answer = panel.as(cast.ada).post(API + "/" + id + "/resend", Map.of());

        assertThat(answer.status()).isEqualTo(200);
        var both = mailbox.await("again@people.example", 2);
        assertThat(both.getFirst().text()).isEqualTo(both.getLast().text());
        assertThat(both.getFirst().headers()).isNotEqualTo(both.getLast().headers());
        var attempts = await("again@people.example", "sent").path("id").asString("");
        assertThat(get(API + "/" + attempts).path("attempts")).hasSize(2);
        assertThat(jdbc.sql("select details::text from audit_entries where account = :account and kind = :kind")
                        .param("account", cast.northgate.id().value())
                        .param("kind", "mail.sent-again")
                        .query(String.class)
                        .list())
                .anyMatch(entry -> entry.contains("again@people.example"));
    }

    @Test
    void aStaleVersionIsNotSentAgain() {
        var id = put(cast.northgate.id(), Letters.notice(null, "stale@people.example", "Stale"));
        await("stale@people.example", "sent");

        assertThat(panel.as(cast.ada)
                        .send("POST", API + "/" + id + "/resend", Map.of(), Map.of("If-Match", "\"99\""))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void linkAndCodeAreItsRecipientsAlone() {
        var limited = panel.signIn(limited("Mail desk", null));
        var toAda = put(cast.northgate.id(), Letters.invitation(cast.ada.id(), "to.ada@people.example"));
        var user = limited("Uma User", null).id();
        var toUser = put(cast.northgate.id(), Letters.invitation(user, "to.user@people.example"));
        await("to.user@people.example", "sent");

        for (var reader : List.of(panel.as(cast.ada), limited)) {
            for (var mail : List.of(toAda, toUser)) {
                for (var path : List.of(API + "/" + mail, "/mail/" + mail, "/mail/" + mail + "/html")) {
                    var answer = reader.get(path);
                    assertThat(answer.status()).as(path).isEqualTo(200);
                    assertThat(answer.body())
                            .as(path)
                            .contains("invites you", "for its recipient alone")
                            .doesNotContain("token=x", "123456");
                }
            }
        }
        assertThat(limited.post(API + "/" + toAda + "/resend", Map.of()).status())
                .isEqualTo(403);
        assertThat(limited.post(API + "/" + toUser + "/resend", Map.of()).status())
                .isEqualTo(200);
        assertThat(mailbox.await("to.user@people.example", 2).getLast().text()).contains("token=x", "123456");
        assertThat(opened()).isEmpty();
    }

    @Test
    void nobodyEntersBySomebodyElsesMail() {
        var limited = panel.signIn(limited("Curious desk", null));
        var victim = limited("Curious victim", null);
        panel.visitor().post("/api/v1/forgotten", Map.of("email", victim.email()));
        var reset = outbox.await("password-reset", victim.email(), 1);
        assertHidden(limited, victim.email(), reset.token());

        var inviter = panel.as(cast.grace);
        inviter.post("/api/v1/invitations", Map.of("emails", List.of("stranger@mail.example"), "role", "normal"));
        assertHidden(
                inviter,
                "stranger@mail.example",
                outbox.await("invitation", "stranger@mail.example", 1).token());

        var mover = cast.extra("Mona Mover");
        var change = Map.of("role", "administrator", "dataAccess", Map.of("mode", "all"));
        assertThat(panel.as(cast.ada)
                        .patch("/api/v1/users/" + mover.id(), change)
                        .status())
                .isEqualTo(200);
        var moved = panel.signIn(mover);
        var address = Map.of("email", "somebody.else@mail.example", "current", mover.password());
        assertThat(moved.put("/api/v1/me/email", address).status()).isEqualTo(200);
        var proof = outbox.await("verification", "somebody.else@mail.example", 1);
        assertHidden(moved, "somebody.else@mail.example", proof.token(), proof.code());
    }

    @Test
    void aResellersAdministratorDoesNotGetIn() {
        var rita = limited("Mail of a reseller", Cast.NORTHWIND);

        assertThat(panel.signIn(rita).get(API).status()).isEqualTo(403);
        assertThat(panel.signIn(rita).get("/mail").status()).isEqualTo(403);
    }

    @Test
    void whatIsWithdrawnIsNotSentAndKeepsNoLink() {
        var user = cast.extra("Wanda Withdrawn").id();
        var sent = put(cast.northgate.id(), Letters.invitation(user, "wanda@people.example"));
        await("wanda@people.example", "sent");
        transactions.executeWithoutResult(status -> {
            mails.send(cast.northgate.id(), Letters.invitation(user, "wanda2@people.example"));
            mails.withdraw(cast.northgate.id(), user, "invitation");
        });

        assertThat(await("wanda2@people.example", "withdrawn").path("state").asString(""))
                .isEqualTo("withdrawn");
        assertThat(mailbox.to("wanda2@people.example")).isEmpty();
        assertThat(get(API + "/" + sent).path("state").asString("")).isEqualTo("sent");
        assertThat(panel.as(cast.ada).get(API + "/" + sent).body()).doesNotContain("token=x");
        assertThat(panel.as(cast.ada)
                        .post(API + "/" + sent + "/resend", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void thePreviewMayShowItsStyleAndDoNothingElse() {
        var id = put(cast.northgate.id(), Letters.invitation(null, "preview@people.example"));
        var preview = panel.as(cast.ada).get("/mail/" + id + "/html");

        assertThat(preview.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        assertThat(preview.header("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'")
                .doesNotContain("unsafe", "script-src", "allow-");
        assertThat(panel.as(cast.ada).get("/mail/" + id).header("Content-Security-Policy"))
                .endsWith("frame-src 'self'");
    }

    /** What was mailed to that address says none of that to who is not its recipient. */
    private void assertHidden(Visitor reader, String email, String... secrets) {
        var mails = reader.get(API + "?q=" + email).json().path("items");
        assertThat(mails).isNotEmpty();
        for (var mail : mails) {
            var id = mail.path("id").asString("");
            for (var path : List.of(API + "/" + id, "/mail/" + id, "/mail/" + id + "/html")) {
                assertThat(reader.get(path).body()).as(path).doesNotContain(secrets);
            }
        }
    }

    private List<String> opened() {
        return jdbc.sql("select details::text from audit_entries where account = :account and kind = 'mail.opened'")
                .param("account", cast.northgate.id().value())
                .query(String.class)
                .list();
    }

    /** An Administrator with no more than users and mail; of a reseller when one is named. */
    private Person limited(String name, @Nullable String reseller) {
        var ada = panel.as(cast.ada);
        var group = Map.of(
                "name",
                name,
                "mode",
                "only-listed",
                "defaultAccess",
                List.of(),
                "rules",
                List.of(rule("Users"), rule("Outgoing mail")));
        var change = new HashMap<String, Object>();
        change.put("role", "administrator");
        change.put("dataAccess", Map.of("mode", "all"));
        change.put(
                "groups",
                List.of(ada.post("/api/v1/groups", group).json().path("id").asString("")));
        change.put("reseller", reseller);
        var person = cast.extra(name);
        assertThat(ada.patch("/api/v1/users/" + person.id(), change).status()).isEqualTo(200);
        return person;
    }

    private static Map<String, Object> rule(String area) {
        return Map.of(
                "area", "cockpit/" + area, "access", List.of("create", "read", "update", "delete"), "effect", "allow");
    }

    private MailId put(AccountId account, Letter letter) {
        transactions.executeWithoutResult(status -> mails.send(account, letter));
        var filter = new MailFilter(letter.email(), null, "", null);
        return mails.list(Actor.server(account), filter, PageRequest.first())
                .items()
                .getFirst()
                .id();
    }

    private JsonNode await(String email, String state) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        var found = get(API + "?q=" + email).path("items").path(0);
        while (!found.path("state").asString("").equals(state) && System.nanoTime() < end) {
            found = get(API + "?q=" + email).path("items").path(0);
        }
        assertThat(found.path("state").asString("")).as(email).isEqualTo(state);
        return found;
    }

    private List<String> emails(String query) {
        return get(API + "?" + query)
                .path("items")
                .valueStream()
                .map(item -> item.path("email").asString(""))
                .toList();
    }

    private JsonNode get(String path) {
        return panel.as(cast.ada).get(path).json();
    }
}

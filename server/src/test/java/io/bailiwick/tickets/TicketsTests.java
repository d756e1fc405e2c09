package io.bailiwick.tickets;

import static io.bailiwick.tickets.Writers.API;
import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.Cast;
import io.bailiwick.Outbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.tickets.Writers.Writer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tickets: who writes, who sees them, what comes with them, who is told. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketsTests {
    private final Panel panel;
    private final Cast cast;
    private final Outbox outbox;
    private final Writers writers;
    private Writer tom;
    private Writer boss;

    @Autowired
    @SuppressWarnings("NullAway.Init") // The writers are made before anything else.
    TicketsTests(Panel panel, Cast cast, Outbox outbox, JdbcClient jdbc) {
        this.panel = panel;
        this.cast = cast;
        this.outbox = outbox;
        writers = new Writers(panel, cast, jdbc);
    }

    @BeforeAll
    void people() {
        tom = writers.writer("Tom Ticket", "normal", null, false);
        boss = writers.writer("Bess Boss", "administrator", null, false);
    }

    @Test
    void aTicketIsOpenedAnsweredClosedAndOpenAgainByAReply() {
        var id = tom.opens("Phones are silent");
        var answer = boss.visitor().post(API + "/" + id + "/replies", Map.of("text", "Since\r\nwhen?"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.json().path("conversation").findValuesAsString("text"))
                .containsExactly("It does not ring.", "Since\nwhen?");
        var version = answer.json().path("version").asString();

        var path = API + "/" + id;
        var closed = boss.visitor().send("PATCH", path, Map.of("state", "closed"), Map.of("If-Match", quoted(version)));
        assertThat(closed.json().path("state").asString()).as(closed.body()).isEqualTo("closed");
        assertThat(boss.visitor()
                        .send("PATCH", path, Map.of("state", "open"), Map.of("If-Match", quoted(version)))
                        .status())
                .isEqualTo(412);
        assertThat(tom.visitor()
                        .get(API + "?own=true&state=closed&q=silent")
                        .json()
                        .path("total")
                        .asInt())
                .isOne();
        tom.visitor().post(path + "/replies", Map.of("text", "Since Monday."));
        assertThat(tom.visitor().get(path).json().path("state").asString()).isEqualTo("open");
    }

    @Test
    void nobodyWritesFromAnAddressThatIsNotProven() {
        var una = panel.signIn(cast.extra("Una Unproven"));
        var refused = una.post(API, Map.of("subject", "Hello", "text", "Hello"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("verified address");
        assertThat(una.get("/tickets/new").body()).contains("verified address");
        assertThat(una.get(API + "?own=true").json().path("total").asInt()).isZero();
    }

    @Test
    void whoSharesIsSeenByTheOthersOfTheAccountAndOfNoReseller() {
        var sharer = writers.writer("Sharon Sharer", "normal", null, true);
        var colleague = writers.writer("Colin Colleague", "normal", null, false);
        var ofReseller = writers.writer("Nick Northwind", "normal", Cast.NORTHWIND, false);
        var itsBoss = writers.writer("Norma Northwind", "administrator", Cast.NORTHWIND, false);
        var shared = sharer.opens("Shared trouble");
        var own = colleague.opens("Own trouble");

        assertSeen(shared, "trouble", List.of(sharer, colleague, boss), List.of(ofReseller, itsBoss));
        assertSeen(own, "trouble", List.of(colleague, boss), List.of(sharer, tom, ofReseller, itsBoss));
        assertThat(colleague
                        .visitor()
                        .post(API + "/" + shared + "/replies", Map.of("text", "Me too"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void withinAResellerTicketsStayThere() {
        var sharer = writers.writer("Rosa Reseller", "normal", Cast.NORTHWIND, true);
        var silent = writers.writer("Sid Reseller", "normal", Cast.NORTHWIND, false);
        var itsBoss = writers.writer("Rex Reseller", "administrator", Cast.NORTHWIND, false);
        var shared = sharer.opens("Reseller worry");
        var own = silent.opens("Silent worry");

        assertSeen(shared, "worry", List.of(sharer, silent, itsBoss, boss), List.of(tom));
        assertSeen(own, "worry", List.of(silent, itsBoss, boss), List.of(sharer, tom));
    }

    @Test
    void anotherAccountSeesNothing() {
        var id = tom.opens("Only Northgate");
        var sven = panel.as(cast.sven);
        assertThat(sven.get(API + "/" + id).status()).isEqualTo(404);
        assertThat(sven.get("/tickets/" + id).status()).isEqualTo(404);
        assertThat(sven.get(API).json().path("total").asInt()).isZero();
    }

    @Test
    void aFileComesBackByteForByteAndIsNeverShown() {
        var content = "<script>alert(1)</script>\u00fc\u0001";
        var opened = tom.sends(API, Map.of("subject", "With a file", "text", "See"), "a b\u00fc.html", content);
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        var file = opened.json().path("conversation").get(0).path("attachments").get(0);
        assertThat(file.path("name").asString()).isEqualTo("a b\u00fc.html");
        for (var prefix : List.of(API, "/tickets")) {
            var path = prefix + "/" + opened.json().path("id").asString() + "/attachments/"
                    + file.path("id").asString();
            var got = tom.visitor().get(path);
            assertThat(got.body()).isEqualTo(content);
            assertThat(got.header("Content-Type")).isEqualTo("application/octet-stream");
            assertThat(got.header("Content-Disposition")).startsWith("attachment; ");
            assertThat(got.header("Content-Security-Policy")).contains("sandbox");
            assertThat(got.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(panel.as(cast.nora).get(path).status()).isEqualTo(404);
            assertThat(panel.as(cast.sven).get(path).status()).isEqualTo(404);
        }
        var other = tom.opens("Another one");
        assertThat(tom.visitor()
                        .get(API + "/" + other + "/attachments/"
                                + file.path("id").asString())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void filesBeyondTenMegabytesAndTextsBeyondMeasureAreRefusedWhole() {
        var before = tom.visitor().get(API + "?own=true").json().path("total").asInt();
        var large = tom.sends(API, Map.of("subject", "Large", "text", "x"), "big.bin", "x".repeat(10_000_001));
        assertThat(large.status()).as(large.body()).isEqualTo(422);
        assertThat(large.body()).contains("big.bin is larger than 10 MB");
        assertThat(tom.sends(API, Map.of("subject", "Full", "text", "x"), "full.bin", "x".repeat(10_000_000))
                        .status())
                .isEqualTo(201);
        assertThat(tom.sends(API, Map.of("subject", "Larger", "text", "x"), "big.bin", "x".repeat(20_000_001))
                        .status())
                .isEqualTo(413);
        var faults = tom.visitor().post(API, Map.of("subject", "two\nlines", "text", "x".repeat(10_001)));
        assertThat(faults.status()).isEqualTo(422);
        assertThat(faults.json().path("errors").findValuesAsString("field")).containsExactly("subject", "text");
        assertThat(tom.visitor()
                        .post(API, Map.of("subject", "x", "text", "nul \u0000"))
                        .status())
                .isEqualTo(422);
        assertThat(tom.visitor().get(API + "?own=true").json().path("total").asInt())
                .isEqualTo(before + 1);
    }

    @Test
    void whoWroteIsToldOfRepliesUnlessHeSeesThemNoLonger() {
        var asker = writers.writer("Asta Asker", "normal", null, true);
        var helper = writers.writer("Hal Helper", "normal", null, false);
        var id = asker.opens("Who helps");
        helper.visitor().post(API + "/" + id + "/replies", Map.of("text", "I do"));
        assertThat(outbox.of("ticket-reply", asker.person().email()))
                .singleElement()
                .satisfies(letter -> {
                    assertThat(letter.text())
                            .contains("Hal Helper", "Who helps")
                            .doesNotContain("I do");
                    assertThat(letter.address()).endsWith("/tickets/" + id);
                });
        asker.visitor().post(API + "/" + id + "/replies", Map.of("text", "Thanks"));
        assertThat(outbox.of("ticket-reply", helper.person().email())).hasSize(1);

        panel.as(cast.ada).patch("/api/v1/users/" + asker.person().id(), Map.of("sharedTickets", false));
        asker.visitor().post(API + "/" + id + "/replies", Map.of("text", "Private now"));
        assertThat(helper.sees(id)).isEqualTo(404);
        assertThat(outbox.of("ticket-reply", helper.person().email())).hasSize(1);
        assertThat(outbox.of("ticket-reply", asker.person().email())).hasSize(1);
    }

    @Test
    void aTicketOutlivesWhoOpenedIt() {
        var leaver = writers.writer("Lea Leaver", "normal", null, true);
        var id = leaver.opens("Left behind");
        var path = "/api/v1/users/" + leaver.person().id();
        assertThat(panel.as(cast.ada).delete(path).status()).isEqualTo(204);
        assertThat(boss.visitor().get(API + "/" + id).json().path("authorName").asString())
                .isEqualTo("Lea Leaver");
        assertThat(tom.sees(id)).isEqualTo(404);
        assertThat(boss.sees(UUID.randomUUID().toString())).isEqualTo(404);
    }

    private static void assertSeen(String ticket, String q, List<Writer> by, List<Writer> notBy) {
        for (var writer : by) {
            assertThat(writer.sees(ticket)).as(writer.person().name()).isEqualTo(200);
        }
        for (var writer : notBy) {
            assertThat(writer.sees(ticket)).as(writer.person().name()).isEqualTo(404);
            assertThat(writer.visitor().get("/tickets/" + ticket).status()).isEqualTo(404);
            assertThat(writer.visitor()
                            .post(API + "/" + ticket + "/replies", Map.of("text", "x"))
                            .status())
                    .isEqualTo(404);
            var subject = by.getFirst()
                    .visitor()
                    .get(API + "/" + ticket)
                    .json()
                    .path("subject")
                    .asString();
            assertThat(writer.listed(q)).doesNotContain(subject);
            assertThat(writer.visitor()
                            .get(API + "?q=" + q)
                            .json()
                            .path("total")
                            .asInt())
                    .isEqualTo(writer.listed(q).size());
        }
    }

    private static String quoted(String version) {
        return "\"" + version + "\"";
    }
}

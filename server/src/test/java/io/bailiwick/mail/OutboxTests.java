package io.bailiwick.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.PanelTest;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Handing over to real SMTP servers, good and bad. */
@PanelTest
class OutboxTests {
    private static final Pattern ID = Pattern.compile("(?im)^Message-ID: (\\S+)");

    @Autowired
    private JsonMapper json;

    @Autowired
    private Drawing drawing;

    private TestOutbox outbox;

    @BeforeEach
    void aDatabaseOfItsOwn() {
        outbox = new TestOutbox(json, drawing);
    }

    @Test
    void aLetterArrivesAsTextAndHtml() {
        try (var office = PostOffice.open()) {
            var id = outbox.put(Letters.invitation(null, "ada@people.example"));
            outbox.send(url(office.port()));

            assertThat(outbox.row(id).state()).isEqualTo("sent");
            assertThat(office.received()).singleElement().satisfies(mail -> {
                assertThat(mail.headers())
                        .contains(
                                "From: no-reply@panel.example",
                                "To: Ada Lovelace <ada@people.example>",
                                "Subject: You are invited to Northgate Telecom",
                                "Auto-Submitted: auto-generated",
                                "Content-Type: multipart/alternative",
                                "Date: ")
                        .containsPattern(ID);
                assertThat(mail.text()).startsWith("Hello Ada,").contains("https://panel.example/invitation?token=x");
                assertThat(mail.html())
                        .startsWith("<!doctype html>")
                        .contains("href=\"https://panel.example/invitation");
                assertThat(mail.html()).doesNotContain("src=", "@import", "url(", "<link", "<script");
            });
        }
    }

    @Test
    void whatFailsWhileTheServerIsAwayIsSentWhenItIsBack() {
        try (var office = PostOffice.closed()) {
            var id = outbox.put(Letters.notice(null, "ada@people.example", "Later"));
            outbox.send(url(office.port()));
            var missed = outbox.row(id);
            assertThat(missed.state()).isEqualTo("waiting");
            assertThat(missed.tries()).isEqualTo(1);
            assertThat(missed.reason()).startsWith("There is no connection to the mail server: `");
            assertThat(missed.seconds()).isBetween(20.0, 30.0);

            office.begin();
            outbox.send(url(office.port()));
            assertThat(office.received()).as("before it is due").isEmpty();
            outbox.makeDue();
            outbox.send(url(office.port()));

            assertThat(office.received()).hasSize(1);
            assertThat(outbox.row(id).state()).isEqualTo("sent");
            assertThat(outbox.row(id).reason()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 No such user, failed",
        "RCPT, 451 Come back later, waiting",
        "., 554 We do not like it, failed",
        "., 452 The disk is full, waiting",
        "MAIL, 553 Not your address, waiting"
    })
    void aRefusalForGoodEndsItAndAnyOtherDoesNot(String command, String refusal, String state) throws IOException {
        try (var server = new GrumpyServer(command, refusal)) {
            var id = outbox.put(Letters.notice(null, "ada@people.example", "Hello"));
            outbox.send(url(server.port()));

            assertThat(outbox.row(id).state()).isEqualTo(state);
            assertThat(outbox.row(id).reason()).contains(refusal.substring(0, 3));
        }
    }

    @Test
    void itIsTriedNoMoreWhenItsTimeIsOver() {
        try (var office = PostOffice.closed()) {
            var id = outbox.put(Letters.notice(null, "ada@people.example", "Too late"));
            outbox.send(url(office.port()));
            outbox.age(Duration.ofDays(2).plusMinutes(1));
            outbox.makeDue();
            outbox.send(url(office.port()));

            assertThat(outbox.row(id).state()).isEqualTo("failed");
            assertThat(outbox.row(id).tries()).isEqualTo(2);
            assertThat(outbox.row(id).reason()).contains("There is no connection");
        }
    }

    @Test
    void whatWasHeldTooLongIsNotSentWhenAServerIsConfiguredAtLast() {
        try (var office = PostOffice.open()) {
            var id = outbox.put(Letters.invitation(null, "ada@people.example"));
            outbox.age(Duration.ofDays(3));
            outbox.send(url(office.port()));

            assertThat(office.received()).isEmpty();
            assertThat(outbox.row(id).state()).isEqualTo("failed");
            assertThat(outbox.row(id).reason()).contains("too long");
        }
    }

    @Test
    void aNodeThatDiesAfterTheServerTookItSendsItASecondTimeUnderTheSameId() {
        try (var office = PostOffice.open()) {
            var id = outbox.put(Letters.notice(null, "ada@people.example", "Twice"));
            outbox.transactions.executeWithoutResult(crash -> {
                outbox.send(url(office.port()));
                crash.setRollbackOnly();
            });
            assertThat(outbox.row(id).state()).isEqualTo("waiting");
            outbox.send(url(office.port()));

            assertThat(outbox.row(id).state()).isEqualTo("sent");
            assertThat(office.received()).hasSize(2);
            assertThat(office.received().stream()
                            .map(mail -> id(mail.headers()))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void manyNodesSendEachLetterOnce() throws Exception {
        try (var office = PostOffice.open();
                var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0; number < 60; number++) {
                outbox.put(Letters.notice(null, "person-" + number + "@people.example", "Number " + number));
            }
            var running = new ArrayList<Future<?>>();
            for (var node = 0; node < 3; node++) {
                var own = outbox.node(url(office.port()));
                running.add(nodes.submit(() -> {
                    while (own.send(() -> true)) {
                        // until nothing is left
                    }
                }));
            }
            for (var node : running) {
                node.get();
            }

            assertThat(office.received()).hasSize(60);
            assertThat(office.received().stream().map(mail -> mail.subject()).distinct())
                    .hasSize(60);
        }
    }

    @Test
    void anotherAccountsLettersAreNotTouched() {
        try (var office = PostOffice.open()) {
            var other = new AccountId(Ids.next());
            outbox.add(other, "there");
            outbox.store.insert(other, Ids.next(), Letters.notice(null, "sven@shadow.example", "Theirs"));
            var line = new SmtpLine(new Smtp(SmtpServer.read(url(office.port())).orElseThrow()));

            assertThat(outbox.node(url(office.port())).sendNext(outbox.account, line))
                    .isFalse();
            assertThat(office.received()).isEmpty();
        }
    }

    @Test
    void aLetterThatCannotBeDrawnStopsNoOther() {
        try (var office = PostOffice.open()) {
            var broken = outbox.put(Letters.notice(null, "ada@people.example", "Broken"));
            outbox.jdbc
                    .sql("update mails set letter = '{}' where account = :account")
                    .param("account", outbox.account.value())
                    .update();
            outbox.put(Letters.notice(null, "grace@people.example", "Whole"));
            outbox.send(url(office.port()));

            assertThat(outbox.row(broken).state()).isEqualTo("failed");
            assertThat(office.received())
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.subject()).isEqualTo("Whole"));
        }
    }

    @Test
    void withoutTlsNothingIsHandedToAServerThatMayBeAnotherMachine() {
        try (var office = PostOffice.everywhere()) {
            var id = outbox.put(Letters.invitation(null, "ada@people.example"));
            outbox.send("smtp://somebody:secret@0.0.0.0:" + office.port());

            assertThat(office.received()).isEmpty();
            assertThat(outbox.row(id).state()).isEqualTo("waiting");
            assertThat(outbox.row(id).reason()).contains("STARTTLS is required").doesNotContain("secret");
        }
    }

    @Test
    void aServerWhoseCertificateNobodyVouchesForGetsNothing() {
        try (var office = PostOffice.selfSigned()) {
            var id = outbox.put(Letters.invitation(null, "ada@people.example"));
            outbox.send("smtps://127.0.0.1:" + office.port());

            assertThat(outbox.row(id).state()).isEqualTo("waiting");
            assertThat(outbox.row(id).tries()).isEqualTo(1);
        }
    }

    @Test
    void oldLettersAreRemovedAndLinksWipedBeforeThat() {
        var old = outbox.put(Letters.notice(null, "ada@people.example", "Old"));
        outbox.age(Duration.ofDays(31));
        var secret = outbox.put(Letters.invitation(null, "ada@people.example"));
        outbox.store.sent(outbox.account, secret);
        outbox.store.sweep(Sweep.SECRETS, Sweep.ALL);
        assertThat(letters()).singleElement().asString().contains("token=x", "123456");

        outbox.store.sweep(Duration.ZERO, Sweep.ALL);
        assertThat(letters())
                .singleElement()
                .asString()
                .doesNotContain("token", "123456")
                .contains("Hello Ada,");
        assertThat(old).isNotEqualTo(secret);
    }

    private java.util.List<String> letters() {
        return outbox.jdbc
                .sql("select letter from mails where account = :account")
                .param("account", outbox.account.value())
                .query(String.class)
                .list();
    }

    private static String url(int port) {
        return "smtp://127.0.0.1:" + port;
    }

    private static String id(String headers) {
        var found = ID.matcher(headers);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}

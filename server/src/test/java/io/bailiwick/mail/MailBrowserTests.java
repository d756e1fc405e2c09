package io.bailiwick.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.LoadState;
import io.bailiwick.Cast;
import io.bailiwick.Mailbox;
import io.bailiwick.Panel;
import io.bailiwick.PanelTest;
import io.bailiwick.Visitor;
import io.bailiwick.browser.Browser;
import io.bailiwick.browser.Browser.Look;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The pages of outgoing mail in a browser, and a letter as its reader sees it. */
@PanelTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailBrowserTests {
    @Autowired
    private Panel panel;

    @Autowired
    private Cast cast;

    @Autowired
    private Mailbox mailbox;

    @Autowired
    private Mails mails;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private JdbcClient jdbc;

    private Visitor ada;
    private Map<String, String> paths;

    @BeforeAll
    void lettersInEveryState() {
        ada = panel.signIn(cast.ada);
        var sent = put("Sana Sent", "sana@browser.example");
        var failed = put("Fred Failed", "fred@browser.example");
        var waiting = put("Wera Waiting", "wera@browser.example");
        for (var email : List.of("sana@browser.example", "fred@browser.example", "wera@browser.example")) {
            mailbox.newest(email);
            awaitSent(email);
        }
        miss(
                failed,
                "The mail server answered `550 5.1.1 <fred@browser.example>: Recipient address rejected`",
                "failed");
        miss(waiting, "There is no connection to the mail server: `Connection refused`", "waiting");
        paths = Map.of(
                "mail", "/mail?q=browser.example",
                "mail-none", "/mail?q=nothing-of-the-kind",
                "mail-sent", "/mail/" + sent,
                "mail-failed", "/mail/" + failed,
                "mail-waiting", "/mail/" + waiting);
    }

    @ParameterizedTest
    @EnumSource(
            value = Look.class,
            names = {"LIGHT_WIDE", "DARK_PHONE"})
    void nothingIsWrongWithAnyPage(Look look) {
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), look)) {
            ada.cookies().forEach(window::cookie);
            paths.forEach((name, path) -> {
                window.open(path);
                window.page().waitForLoadState(LoadState.NETWORKIDLE);
                window.photograph(name);
                // No script enters the frame, that of axe neither: it would wait for ever.
                window.page().evaluate("() => document.querySelector('iframe.letter')?.remove()");
                window.assertNoViolations();
            });
        }
        var letter = mails.draw(cast.northgate.id(), Letters.invitation(null, "ada@people.example"));
        try (var window = Browser.window("http://127.0.0.1:" + panel.port(), look)) {
            window.page().setContent(letter.html());
            window.photograph("letter");
            // A reader whose program drops style sheets can still read it.
            window.page().setContent(letter.html().replaceAll("(?s)<style>.*</style>", ""));
            window.photograph("letter-plain");
        }
    }

    @Test
    void aFailedLetterIsFoundReadAndSentAgainWithoutScript() {
        try (var window = Browser.windowWithoutScript("http://127.0.0.1:" + panel.port(), Look.LIGHT_WIDE)) {
            ada.cookies().forEach(window::cookie);
            put("Rita Repeat", "rita@browser.example");
            awaitSent("rita@browser.example");
            var page = window.open("/mail?q=rita@browser.example");
            page.locator("#results tbody a").first().click();
            assertThat(page.frameLocator("iframe.letter").locator("h1").textContent())
                    .isEqualTo("You are invited to Northgate Telecom");
            page.locator("button.pri").getByText("Send again").click();
            page.getByText("It is sent again now.").waitFor();
        }
        mailbox.await("rita@browser.example", 2);
    }

    private MailId put(String name, String email) {
        var letter = Letters.invitation(null, email);
        var named = new Letter(
                letter.kind(),
                null,
                name,
                email,
                letter.subject(),
                letter.paragraphs(),
                letter.button(),
                letter.code(),
                letter.quote(),
                letter.closing());
        transactions.executeWithoutResult(status -> mails.send(cast.northgate.id(), named));
        return mail(email).id();
    }

    private Mail mail(String email) {
        var filter = new MailFilter(email, null, "", null);
        return mails.list(Actor.server(cast.northgate.id()), filter, PageRequest.first())
                .items()
                .getFirst();
    }

    private void awaitSent(String email) {
        while (mail(email).state() != MailState.SENT) {
            Thread.onSpinWait();
        }
    }

    /** As if the mail server had said so. */
    private void miss(MailId id, String reason, String state) {
        jdbc.sql("""
                update mails set state = :state, reason = :reason, sent_at = null, tries = 3,
                    next_try_at = now() + interval '25 minutes'
                where account = :account and id = :id
                """)
                .param("state", state)
                .param("reason", reason)
                .param("account", cast.northgate.id().value())
                .param("id", id.value())
                .update();
        jdbc.sql("update mail_tries set reason = :reason where account = :account and mail = :id")
                .param("reason", reason)
                .param("account", cast.northgate.id().value())
                .param("id", id.value())
                .update();
    }
}

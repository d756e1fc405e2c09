package io.bailiwick.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bailiwick.Mailbox.Received;
import io.bailiwick.PanelTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What people type reaches no header, no markup and no other reader's eyes than as the text it is. */
@PanelTest
class InjectionTests {
    @Autowired
    private JsonMapper json;

    @Autowired
    private Drawing drawing;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\nBcc: evil@evil.example",
                "x\nBcc: evil@evil.example",
                "x\rBcc: evil@evil.example",
                "x\u2028Bcc: evil@evil.example",
                "x\u0085Bcc: evil@evil.example",
                "x\r\n\r\nBcc: evil@evil.example",
                "x\u0000\u000bBcc: evil@evil.example",
                "x\r\n.\r\nMAIL FROM:<evil@evil.example>",
                "=?utf-8?q?x=0d=0aBcc:_evil@evil.example?=",
                "\"x\" <evil@evil.example>, evil@evil.example",
                "x <b onclick=alert(1)>bold</b><script>alert(1)</script><img src=https://evil.example/x>"
            })
    void noTextBecomesAHeaderOrMarkup(String text) {
        var mail = sent(everywhere(text));

        assertThat(mail.headers()
                        .lines()
                        .map(line -> line.replaceFirst("[:\\s].*", ""))
                        .filter(name -> !name.isEmpty()))
                .doesNotContain("Bcc", "bcc", "MAIL");
        assertThat(mail.headers().lines().filter(line -> line.startsWith("To:")))
                .hasSize(1);
        assertThat(mail.headers()).contains("<ada@people.example>");
        assertThat(mail.html()).doesNotContain("<script", "<img", "<b onclick", "\"x\" <evil");
    }

    @Test
    void whatTurnsOrHidesIsTakenOutOfNamesAndSubjects() {
        var mail = sent(everywhere("Ad\u200Ba \u202Eecarg\u202C \u2066x\u2069\uFEFF\u00AD\u3164 Love\u2060lace"));

        assertThat(mail.subject()).isEqualTo("Ada ecarg x Lovelace");
        assertThat(mail.headers()).contains("To: Ada ecarg x Lovelace <ada@people.example>");
    }

    @Test
    void otherScriptsStayAsTheyAre() {
        var name = "Łukasz 木村 محمد Ωμέγα 👩";
        var mail = sent(everywhere(name));

        assertThat(mail.subject()).isEqualTo(name);
        assertThat(mail.headers()).contains("=?UTF-8?").isASCII();
        assertThat(mail.text()).contains(name);
        assertThat(mail.html()).contains(name);
    }

    @Test
    void longTextsStayWithinTheLimitsOfHeaders() {
        var mail = sent(everywhere("long ".repeat(500)));

        assertThat(mail.headers().lines()).allMatch(line -> line.length() <= 998);
        assertThat(mail.subject()).hasSizeLessThanOrEqualTo(200).endsWith("…");
    }

    @Test
    void anAddressThatCannotStandInAHeaderIsRefusedAtOnce() {
        for (var address :
                List.of("a@b.example\r\nBcc: c@d.example", "a b@c.example", "a@b.example, c@d.example", "a")) {
            assertThatThrownBy(() -> Letters.notice(null, address, "x")).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aButtonLeadsToNoScript() {
        for (var address : List.of("javascript:alert(1)", "data:text/html,x", "/relative")) {
            assertThatThrownBy(() -> new Letter.Button("x", URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** The text in every place that takes one. */
    private static Letter everywhere(String text) {
        return new Letter(
                "invitation",
                null,
                text,
                "ada@people.example",
                text,
                List.of(text),
                new Letter.Button(text, URI.create("https://panel.example/x?token=y")),
                null,
                new Letter.Quote(text, text),
                List.of(text));
    }

    private Received sent(Letter letter) {
        var outbox = new TestOutbox(json, drawing);
        try (var office = PostOffice.open()) {
            outbox.put(letter);
            outbox.send("smtp://127.0.0.1:" + office.port());
            return office.received().getFirst();
        }
    }
}

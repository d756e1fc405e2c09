package io.bailiwick.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.bailiwick.operations.SettingFaults;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTests {
    private static final String FROM = "Bailiwick <no-reply@panel.example>";

    @Test
    void everyFaultIsNamedAtOnceAndThePasswordNever() {
        assertThat(faults("mailto:hush@x", "nobody"))
                .hasSize(2)
                .anyMatch(fault -> fault.startsWith("BAILIWICK_SMTP_URL must be an address"))
                .anyMatch(fault -> fault.startsWith("BAILIWICK_MAIL_FROM must be an address"))
                .noneMatch(fault -> fault.contains("hush"));
        assertThat(faults("smtp://mail.example", null))
                .singleElement()
                .asString()
                .startsWith("BAILIWICK_MAIL_FROM must be set");
    }

    @Test
    void nothingConfiguredIsFine() {
        assertThat(faults(null, null)).isEmpty();
        assertThat(faults("", "")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "smtp://a:b@mail.example.com:587",
                "smtps://mail.example.com",
                "smtp://127.0.0.1:25/",
                "smtp://[::1]:25",
                "SMTP://user%40example.com:p%3A%40ss@mail.example.com"
            })
    void theseAreServers(String url) {
        assertThat(faults(url, FROM)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mail.example.com:587",
                "http://mail.example.com",
                "smtp://",
                "smtp://mail.example.com/inbox",
                "smtp://mail.example.com?x=y",
                "smtp://mail.example.com:99999",
                "smtp://a@b:c@mail.example.com"
            })
    void theseAreNot(String url) {
        assertThat(faults(url, FROM)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b.example, c@d.example", "a b", "no-reply@panel.example\r\nBcc: x@y.example", "<>"})
    void theseAreNoSenders(String from) {
        assertThat(faults("smtp://127.0.0.1", from)).hasSize(1);
    }

    @Test
    void userAndPasswordAreDecodedAndNeverPrinted() {
        var server = SmtpServer.read("smtp://ada%40example.com:p%3A%40s%2Bs+@mail.example.com")
                .orElseThrow();

        assertThat(server.user()).isEqualTo("ada@example.com");
        assertThat(server.password()).isEqualTo("p:@s+s+");
        assertThat(server.port()).isEqualTo(587);
        assertThat(server.toString()).isEqualTo("smtp://mail.example.com:587");
        assertThat(new MailSettings.Smtp("smtp://x:hush@y").toString()).doesNotContain("hush");
    }

    @Test
    void tlsIsRequiredUnlessTheHostIsLoopbackAsWritten() {
        for (var host :
                List.of("mail.example.com", "10.0.0.1", "0.0.0.0", "127.0.0.1.example.com", "localhost.example")) {
            var properties = SmtpServer.read("smtp://" + host).orElseThrow().properties();
            assertThat(properties)
                    .as(host)
                    .containsEntry("mail.smtp.starttls.enable", "true")
                    .containsEntry("mail.smtp.starttls.required", "true")
                    .containsEntry("mail.smtp.ssl.checkserveridentity", "true")
                    .containsEntry("mail.smtp.timeout", "30000");
        }
        for (var host : List.of("127.0.0.1", "127.1.2.3", "[::1]", "localhost")) {
            assertThat(SmtpServer.read("smtp://" + host).orElseThrow().properties())
                    .as(host)
                    .doesNotContainKey("mail.smtp.starttls.required");
        }
        assertThat(SmtpServer.read("smtps://mail.example.com").orElseThrow().properties())
                .containsEntry("mail.smtps.ssl.checkserveridentity", "true");
    }

    @Test
    void waitsDoubleUpToAnHour() {
        assertThat(IntStream.of(1, 2, 3, 7, 8, 50).mapToObj(Delays.USUAL::after))
                .containsExactly(
                        Duration.ofSeconds(30),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(32),
                        Duration.ofHours(1),
                        Duration.ofHours(1));
    }

    private static List<String> faults(@Nullable String url, @Nullable String from) {
        var faults = new SettingFaults();
        new MailSettings(new MailSettings.Smtp(url), new MailSettings.Sender(from)).check(faults);
        return faults.sentences();
    }
}

package io.bailiwick.mail;

import io.bailiwick.operations.CheckedSettings;
import io.bailiwick.operations.SettingFaults;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;

/**
 * How mail leaves.
 *
 * @param smtp the server that takes it; without one it stays in the outbox
 * @param mail from whom it is
 */
@ConfigurationProperties("bailiwick")
record MailSettings(@DefaultValue Smtp smtp, @DefaultValue Sender mail) implements CheckedSettings {
    /**
     * The server that takes mail.
     *
     * @param url {@code smtp://user:password@host:587} or {@code smtps://…:465}
     */
    record Smtp(@Nullable String url) {
        /** Never the password. */
        @Override
        public String toString() {
            return "Smtp[url=%s]".formatted(StringUtils.hasText(url) ? "…" : "");
        }
    }

    /**
     * From whom mail is.
     *
     * @param from {@code Bailiwick <no-reply@panel.example.com>}
     */
    record Sender(@Nullable String from) {}

    @Override
    public void check(SettingFaults faults) {
        var configured = StringUtils.hasText(smtp.url());
        if (configured && server().isEmpty()) {
            faults.add(
                    "bailiwick.smtp.url",
                    "must be an address such as `smtp://user:password@mail.example.com:587` or `smtps://mail.example.com`,"
                            + " with `%40` for an `@` in the user or the password");
        }
        if (configured && !StringUtils.hasText(mail.from())) {
            faults.add("bailiwick.mail.from", "must be set when BAILIWICK_SMTP_URL is: from whom mail is");
        }
        if (StringUtils.hasText(mail.from()) && from().isEmpty()) {
            faults.add(
                    "bailiwick.mail.from",
                    "must be an address such as `Bailiwick <no-reply@panel.example.com>`, not `%s`"
                            .formatted(mail.from()));
        }
    }

    /** The server; empty when none is configured. */
    Optional<SmtpServer> server() {
        return Optional.ofNullable(smtp.url()).filter(StringUtils::hasText).flatMap(SmtpServer::read);
    }

    /** From whom mail is; empty when that is not configured. */
    Optional<InternetAddress> from() {
        return Optional.ofNullable(mail.from()).filter(StringUtils::hasText).flatMap(MailSettings::address);
    }

    private static Optional<InternetAddress> address(String text) {
        try {
            var addresses = InternetAddress.parse(text, true);
            if (addresses.length != 1 || !addresses[0].getAddress().contains("@")) {
                return Optional.empty();
            }
            var name = addresses[0].getPersonal();
            return Optional.of(new InternetAddress(
                    addresses[0].getAddress(),
                    name == null ? null : PlainText.ofHeader(name, 100),
                    StandardCharsets.UTF_8.name()));
        } catch (AddressException | java.io.UnsupportedEncodingException unreadable) {
            return Optional.empty();
        }
    }
}

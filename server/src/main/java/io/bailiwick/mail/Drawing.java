package io.bailiwick.mail;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Accounts;
import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Draws letters: HTML and text from one pair of templates, of which the one escapes everything and the other nothing. */
@Component
class Drawing {
    private final TemplateEngine html;
    private final TemplateEngine plain = TemplateEngine.createPrecompiled(
            null, ContentType.Plain, Drawing.class.getClassLoader(), "io.bailiwick.templates.plain");
    private final Accounts accounts;
    private final PublicUrl url;
    private final MessageSource messages;
    private final String style = style();

    Drawing(TemplateEngine html, Accounts accounts, PublicUrl url, MessageSource messages) {
        this.html = html;
        this.accounts = accounts;
        this.url = url;
        this.messages = messages;
    }

    Drawn draw(AccountId account, Letter letter) {
        var name = accounts.find(account).map(Account::name).orElse("Bailiwick");
        var footer = text("mail.footer", name, url.origin());
        Content sheet = output -> output.writeContent("<style>" + style + "</style>");
        var page = render(
                html,
                "mail/letter.jte",
                Map.of(
                        "letter", letter,
                        "account", name,
                        "style", sheet,
                        "footer", footer,
                        "instead", text("mail.instead")));
        var lines = render(plain, "mail/text.jte", Map.of("letter", letter, "footer", footer));
        return new Drawn(letter.subject(), page, lines);
    }

    /** The letter without link and code, and with a note in their place. */
    Letter veiled(Letter letter) {
        return letter.veiled(text("mail.veiled"));
    }

    /** What a content security policy calls the one style sheet of the HTML. */
    String styleSource() {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String render(TemplateEngine engine, String template, Map<String, Object> values) {
        var output = new StringOutput();
        engine.render(template, values, output);
        return output.toString();
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    private static String style() {
        try {
            return new ClassPathResource("mail/letter.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

package io.bailiwick.mail;

import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Draws letters: HTML and text from one pair of templates. */
@Component
class Drawing {
    private final TemplateEngine engine;
    private final Accounts accounts;
    private final PublicUrl url;
    private final MessageSource messages;
    private final String style = style();

    Drawing(TemplateEngine engine, Accounts accounts, PublicUrl url, MessageSource messages) {
        this.engine = engine;
        this.accounts = accounts;
        this.url = url;
        this.messages = messages;
    }

    Drawn draw(AccountId account, Letter letter) {
        var name = accounts.find(account).map(Account::name).orElse("Bailiwick");
        var values = new HashMap<String, Object>(Map.of(
                "letter",
                letter,
                "account",
                name,
                "style",
                style,
                "footer",
                messages.getMessage("mail.footer", new Object[] {name, url.origin()}, Locale.ENGLISH),
                "instead",
                messages.getMessage("mail.instead", null, Locale.ENGLISH)));
        return new Drawn(letter.subject(), render("mail/letter.jte", values), render("mail/text.jte", values));
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

    private String render(String template, Map<String, Object> values) {
        TemplateOutput output = new StringOutput();
        engine.render(template, values, output);
        return output.toString();
    }

    private static String style() {
        try {
            return new ClassPathResource("mail/letter.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}

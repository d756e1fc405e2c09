package io.bailiwick.mail;

import io.bailiwick.kernel.AccountId;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import tools.jackson.databind.json.JsonMapper;

/** Makes the message of a letter: the text part first, the HTML after it, headers encoded by the library (RFC 2047). */
final class Composer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final JsonMapper json;
    private final Drawing drawing;
    private final InternetAddress from;

    Composer(JsonMapper json, Drawing drawing, InternetAddress from) {
        this.json = json;
        this.drawing = drawing;
        this.from = from;
    }

    /** The message. Each try of a letter has the same Message-ID and date, so that a second delivery is recognized. */
    MimeMessage compose(AccountId account, Outgoing outgoing, Session session) throws MessagingException {
        var letter = json.readValue(outgoing.letter(), Letter.class);
        var drawn = drawing.draw(account, letter);
        var message = new MimeMessage(session);
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, recipient(letter));
        message.setSubject(drawn.subject(), UTF_8);
        message.setSentDate(Date.from(outgoing.queuedAt()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setContent(content(drawn));
        message.saveChanges();
        message.setHeader("Message-ID", id(outgoing));
        return message;
    }

    private static InternetAddress recipient(Letter letter) throws MessagingException {
        try {
            var address = new InternetAddress(letter.email(), true);
            if (!letter.name().isEmpty()) {
                address.setPersonal(letter.name(), UTF_8);
            }
            return address;
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MimeMultipart content(Drawn drawn) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(drawn.text(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(drawn.html(), UTF_8, "html");
        var both = new MimeMultipart("alternative");
        both.addBodyPart(text);
        both.addBodyPart(html);
        return both;
    }

    private String id(Outgoing outgoing) {
        var address = from.getAddress();
        return "<%s.%s@%s>"
                .formatted(
                        outgoing.id(),
                        Long.toString(outgoing.queuedAt().toEpochMilli(), Character.MAX_RADIX),
                        address.substring(address.lastIndexOf('@') + 1));
    }
}

package io.bailiwick.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run's connection to the mail server: opened for the first letter, opened again when it broke. When it cannot be
 * had, the rest of the run is told so without another try.
 */
final class SmtpLine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpLine.class);

    private final Smtp smtp;
    private @Nullable Transport transport;
    private @Nullable MessagingException unreachable;

    SmtpLine(Smtp smtp) {
        this.smtp = smtp;
    }

    /** Hands a letter over; when this returns, the server has taken it. */
    void hand(MimeMessage message) throws MessagingException {
        connected().sendMessage(message, message.getAllRecipients());
    }

    private Transport connected() throws MessagingException {
        var open = transport;
        if (open != null && open.isConnected()) {
            return open;
        }
        if (unreachable != null) {
            throw unreachable;
        }
        try {
            var fresh = smtp.connect();
            transport = fresh;
            return fresh;
        } catch (MessagingException fault) {
            unreachable = fault;
            throw fault;
        }
    }

    @Override
    public void close() {
        var open = transport;
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException gone) {
                LOG.debug("The mail server hung up first", gone);
            }
        }
    }
}

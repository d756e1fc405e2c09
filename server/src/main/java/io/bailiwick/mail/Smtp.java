package io.bailiwick.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The mail server, as Spring talks to it; a connection is kept for as long as there is something to hand over. */
final class Smtp extends JavaMailSenderImpl {
    Smtp(SmtpServer server) {
        setProtocol(server.protocol());
        setHost(server.host());
        setPort(server.port());
        setUsername(server.user());
        setPassword(server.password());
        setDefaultEncoding(StandardCharsets.UTF_8.name());
        setJavaMailProperties(server.properties());
    }

    /** Connects and signs in. */
    Transport connect() throws MessagingException {
        return connectTransport();
    }
}

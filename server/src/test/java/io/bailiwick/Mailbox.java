package io.bailiwick;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Where the mail of all tests over HTTP arrives: a real SMTP server, started once for the JVM. */
@TestComponent
public class Mailbox {
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    /** A mail as it arrived: its headers as bytes on the wire, its parts decoded. */
    public record Received(String headers, String subject, String text, String html) {
        /** The first address in the text that leads to this path, such as `/invitation`. */
        public String link(String path) {
            return ADDRESS.matcher(text)
                    .results()
                    .map(found -> found.group())
                    .filter(address -> address.contains(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no link to " + path + " in " + text));
        }

        /** Reads a message. */
        public static Received of(MimeMessage message) {
            try {
                var both = (MimeMultipart) message.getContent();
                return new Received(
                        GreenMailUtil.getHeaders(message),
                        message.getSubject(),
                        content(both.getBodyPart(0)),
                        content(both.getBodyPart(1)));
            } catch (MessagingException e) {
                throw new AssertionError(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String content(BodyPart part) throws MessagingException, IOException {
            return part.getContent().toString().replace("\r\n", "\n");
        }
    }

    /** Tells a server where to send its mail. */
    public static final class Initializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var settings = Map.<String, Object>of(
                    "bailiwick.smtp.url",
                    "smtp://127.0.0.1:" + Holder.POST_OFFICE.getSmtp().getPort(),
                    "bailiwick.mail.from",
                    "Bailiwick <no-reply@panel.example>");
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("mailbox", settings));
        }
    }

    /** The newest mail to that address; waits for it for ten seconds. */
    public Received newest(String email) {
        return await(email, 1).getLast();
    }

    /** All mails to that address, oldest first; waits for so many for ten seconds. */
    public List<Received> await(String email, int number) {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (System.nanoTime() < end && to(email).size() < number) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        var found = to(email);
        assertThat(found).as("mails to " + email).hasSizeGreaterThanOrEqualTo(number);
        return found;
    }

    /** The newest mail to each address of that domain, by address; waits for half a minute until so many have one. */
    public Map<String, Received> at(String domain, int number) {
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(30))
                .until(() -> messagesTo(domain).size() >= number);
        var mails = new HashMap<String, Received>();
        messagesTo(domain).forEach((email, message) -> mails.put(email, Received.of(message)));
        return mails;
    }

    private static Map<String, MimeMessage> messagesTo(String domain) {
        var found = new HashMap<String, MimeMessage>();
        for (var message : Holder.POST_OFFICE.getReceivedMessages()) {
            var recipient = recipient(message);
            if (recipient != null && recipient.endsWith("@" + domain)) {
                found.put(recipient, message);
            }
        }
        return found;
    }

    /** What arrived for that address up to now, oldest first. */
    public List<Received> to(String email) {
        return Arrays.stream(Holder.POST_OFFICE.getReceivedMessages())
                .filter(message -> email.equals(recipient(message)))
                .map(Received::of)
                .toList();
    }

    private static @Nullable String recipient(MimeMessage message) {
        try {
            var address = message.getRecipients(Message.RecipientType.TO)[0];
            return ((jakarta.mail.internet.InternetAddress) address).getAddress();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Holder {
        static final GreenMail POST_OFFICE = start();

        private static GreenMail start() {
            var postOffice = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
            postOffice.start();
            return postOffice;
        }
    }
}

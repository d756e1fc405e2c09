package io.bailiwick.verification;

import io.bailiwick.http.PublicUrl;
import io.bailiwick.links.Issued;
import io.bailiwick.mail.Letter;
import io.bailiwick.ui.Timekeeper;
import io.bailiwick.users.User;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The mail with the link and the code. */
@Component
class VerificationLetters {
    private final MessageSource messages;
    private final PublicUrl publicUrl;
    private final Timekeeper timekeeper;

    VerificationLetters(MessageSource messages, PublicUrl publicUrl, Timekeeper timekeeper) {
        this.messages = messages;
        this.publicUrl = publicUrl;
        this.timekeeper = timekeeper;
    }

    Letter of(User user, Issued issued, Instant expiresAt) {
        var address = URI.create(publicUrl.to("/verify?token=" + issued.secret().text()));
        return new Letter(
                Verifications.KIND,
                user.id(),
                user.name(),
                user.email(),
                text("verification.mail.subject"),
                List.of(text("verification.mail.greeting", user.name()), text("verification.mail.text", user.email())),
                new Letter.Button(text("verification.mail.button"), address),
                issued.code(),
                null,
                List.of(
                        text("verification.mail.code", publicUrl.to("/me/verification")),
                        text(
                                "verification.mail.until",
                                timekeeper.in(user.zone()).toTheMinute(expiresAt)),
                        text("verification.mail.else")));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}

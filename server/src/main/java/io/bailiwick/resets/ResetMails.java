package io.bailiwick.resets;

import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.links.Links;
import io.bailiwick.links.Purpose;
import io.bailiwick.mail.Letter;
import io.bailiwick.mail.Letter.Button;
import io.bailiwick.mail.Mails;
import io.bailiwick.model.UserStatus;
import io.bailiwick.ui.Timekeeper;
import io.bailiwick.users.Creator;
import io.bailiwick.users.Selves;
import io.bailiwick.users.User;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mails that answer who forgot a password: with a link, or, to who may not sign in, with whom to ask. */
@Component
class ResetMails {
    private static final Duration LIFETIME = Duration.ofMinutes(30);
    private static final int MOST_AN_HOUR = 3;
    private static final int MOST_AN_HOUR_WITHOUT_A_LINK = 5;
    private static final String KIND = "password-reset";

    private final Selves selves;
    private final Links links;
    private final Mails mails;
    private final PublicUrl publicUrl;
    private final MessageSource messages;
    private final Timekeeper timekeeper;

    ResetMails(
            Selves selves,
            Links links,
            Mails mails,
            PublicUrl publicUrl,
            MessageSource messages,
            Timekeeper timekeeper) {
        this.selves = selves;
        this.links = links;
        this.mails = mails;
        this.publicUrl = publicUrl;
        this.messages = messages;
        this.timekeeper = timekeeper;
    }

    /** Mails whoever has the address; nobody, when nobody has it or it was mailed often enough within an hour. */
    @Transactional
    public void answer(AccountId account, String email) {
        selves.find(account, email)
                .filter(user -> mayBeMailed(account, user))
                .ifPresent(user -> mails.send(account, letter(account, user)));
    }

    /** Others can use up what may be asked for; so long as no link is open, there is more for whoever has the address. */
    private boolean mayBeMailed(AccountId account, User user) {
        var purpose = Purpose.PASSWORD_RESET;
        return links.mayBeAskedFor(account, purpose, user.id(), MOST_AN_HOUR)
                || user.status() == UserStatus.ACTIVE
                        && links.open(account, purpose, user.id()).isEmpty()
                        && links.mayBeAskedFor(account, purpose, user.id(), MOST_AN_HOUR_WITHOUT_A_LINK);
    }

    private Letter letter(AccountId account, User user) {
        return switch (user.status()) {
            case ACTIVE -> withLink(account, user);
            case DISABLED -> letter(account, user, text("resets.mail.disabled"), null, List.of());
            case INVITED -> letter(account, user, text("resets.mail.invited"), null, List.of());
        };
    }

    private Letter withLink(AccountId account, User user) {
        mails.withdraw(account, user.id(), KIND);
        var secret = links.issue(account, Purpose.PASSWORD_RESET, user.id(), user.email(), null, LIFETIME);
        var link = links.open(account, Purpose.PASSWORD_RESET, user.id()).orElseThrow();
        var until = timekeeper.in(user.zone()).toTheMinute(link.expiresAt());
        var address = URI.create(publicUrl.to("/reset?token=" + secret.text()));
        return letter(
                account,
                user,
                text("resets.mail.text", user.email()),
                new Button(text("resets.mail.button"), address),
                List.of(text("resets.mail.until", until), text("resets.mail.else")));
    }

    private Letter letter(AccountId account, User user, String said, @Nullable Button button, List<String> further) {
        var closing = new ArrayList<>(further);
        closing.add(text("resets.mail.ask", contact(account, user)));
        return new Letter(
                KIND,
                user.id(),
                user.name(),
                user.email(),
                text("resets.mail.subject"),
                List.of(text("resets.mail.greeting", user.name()), said),
                button,
                null,
                null,
                closing);
    }

    private String contact(AccountId account, User user) {
        return selves.creator(account, user.id()).map(ResetMails::words).orElseGet(() -> text("resets.mail.nobody"));
    }

    private static String words(Creator creator) {
        return creator.email() == null ? creator.name() : creator.name() + " (" + creator.email() + ")";
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}

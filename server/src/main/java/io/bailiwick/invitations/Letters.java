package io.bailiwick.invitations;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import io.bailiwick.mail.Letter;
import io.bailiwick.ui.Timekeeper;
import io.bailiwick.users.User;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the mail says by which somebody is invited. */
@Component
class Letters {
    /** The kind of these mails. */
    static final String KIND = "invitation";

    private final MessageSource messages;
    private final Accounts accounts;
    private final PublicUrl address;
    private final Timekeeper timekeeper;

    Letters(MessageSource messages, Accounts accounts, PublicUrl address, Timekeeper timekeeper) {
        this.messages = messages;
        this.accounts = accounts;
        this.address = address;
        this.timekeeper = timekeeper;
    }

    /** Whom the letter goes to, and the zone in which he reads times. */
    record Recipient(UserId user, String name, String email, ZoneId zone) {
        static Recipient of(User user) {
            return new Recipient(user.id(), user.name(), user.email(), user.zone());
        }
    }

    /**
     * The letter to a user.
     *
     * @param token what the link carries
     */
    Letter of(AccountId account, Recipient to, Invitation invitation, String token) {
        var place = accounts.find(account).orElseThrow().name();
        var by = invitation.inviterName();
        var until = timekeeper.in(to.zone()).toTheMinute(invitation.expiresAt());
        return new Letter(
                KIND,
                to.user(),
                to.name(),
                to.email(),
                text("subject", by, place),
                List.of(
                        text("hello", to.name()),
                        invitation.inviterEmail().isEmpty()
                                ? text("who.server", place)
                                : text("who", by, invitation.inviterEmail(), place),
                        text("how", to.email())),
                new Letter.Button(text("button"), URI.create(address.to("/invitation?token=" + token))),
                null,
                invitation.note().isEmpty() ? null : new Letter.Quote(by, invitation.note()),
                List.of(text("until", until), text("unexpected", by)));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("invitations.mail." + key, arguments, Locale.ENGLISH);
    }
}

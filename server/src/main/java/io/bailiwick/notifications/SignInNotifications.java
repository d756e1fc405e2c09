package io.bailiwick.notifications;

import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.Actor;
import io.bailiwick.mail.Letter;
import io.bailiwick.mail.Mails;
import io.bailiwick.ui.Timekeeper;
import io.bailiwick.users.EmailChanged;
import io.bailiwick.users.PasswordChanged;
import io.bailiwick.users.PasswordChanged.Way;
import io.bailiwick.users.Selves;
import io.bailiwick.users.User;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The address before a change is told of it; whoever changed or reset the own password gets a confirmation. Nothing goes to
 * an address that nobody has proven. Of a password that somebody else gives, nothing is mailed: it is told in person. In
 * the transaction of the change.
 */
@Component
class SignInNotifications {
    private final Selves selves;
    private final Mails mails;
    private final MessageSource messages;
    private final Timekeeper timekeeper;
    private final PublicUrl publicUrl;

    SignInNotifications(
            Selves selves, Mails mails, MessageSource messages, Timekeeper timekeeper, PublicUrl publicUrl) {
        this.selves = selves;
        this.mails = mails;
        this.messages = messages;
        this.timekeeper = timekeeper;
        this.publicUrl = publicUrl;
    }

    /** Only an address that was proven is told: another one may be a stranger's. */
    @EventListener
    void on(EmailChanged changed) {
        if (changed.wasVerified()) {
            var account = changed.actor().account();
            selves.find(account, changed.user()).ifPresent(user -> mails.send(account, addressChanged(changed, user)));
        }
    }

    @EventListener
    void on(PasswordChanged changed) {
        if (changed.way() != Way.ASSIGNED) {
            var account = changed.actor().account();
            selves.find(account, changed.user())
                    .filter(User::emailVerified)
                    .ifPresent(user -> mails.send(account, passwordChanged(changed, user)));
        }
    }

    private Letter addressChanged(EmailChanged changed, User user) {
        var who = changed.isOwn() ? text("notifications.you") : changed.actor().name();
        return letter(
                "email-changed",
                user,
                changed.before(),
                text("notifications.email.subject"),
                text("notifications.email.text", who, changed.before(), now(user)),
                text("notifications.email.else", contact(changed.actor(), user)));
    }

    private Letter passwordChanged(PasswordChanged changed, User user) {
        var key = changed.way() == Way.RESET ? "notifications.password.reset" : "notifications.password.changed";
        return letter(
                "password-changed",
                user,
                user.email(),
                text("notifications.password.subject"),
                text(key, now(user)),
                text("notifications.password.else", publicUrl.to("/forgotten"), contact(changed.actor(), user)));
    }

    private Letter letter(String kind, User user, String to, String subject, String said, String otherwise) {
        return new Letter(
                kind,
                user.id(),
                user.name(),
                to,
                subject,
                List.of(text("notifications.greeting", user.name()), said),
                null,
                null,
                null,
                List.of(otherwise));
    }

    private String contact(Actor actor, User user) {
        return selves.creator(actor.account(), user.id())
                .map(creator ->
                        creator.email() == null ? creator.name() : creator.name() + " (" + creator.email() + ")")
                .orElseGet(() -> text("notifications.nobody"));
    }

    private String now(User user) {
        return timekeeper.in(user.zone()).toTheMinute(Instant.now());
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}

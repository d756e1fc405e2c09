package io.bailiwick.activity;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.http.PublicUrl;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.mail.Letter;
import io.bailiwick.mail.Mails;
import io.bailiwick.model.Action;
import io.bailiwick.model.UserStatus;
import io.bailiwick.partners.Sights;
import io.bailiwick.users.Selves;
import io.bailiwick.users.User;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Tells those who take part in a conversation what was said, as far as they may still read it. */
@Component
class CommentLetters {
    private final Selves selves;
    private final Guard guard;
    private final Sights sights;
    private final Mails mails;
    private final PublicUrl publicUrl;
    private final MessageSource messages;

    CommentLetters(
            Selves selves, Guard guard, Sights sights, Mails mails, PublicUrl publicUrl, MessageSource messages) {
        this.selves = selves;
        this.guard = guard;
        this.sights = sights;
        this.mails = mails;
        this.publicUrl = publicUrl;
        this.messages = messages;
    }

    /** In the transaction of the comment. */
    void send(Actor author, Issue issue, String text, List<UUID> others) {
        for (var other : others) {
            selves.find(author.account(), new UserId(other))
                    .filter(user -> mayHear(author.account(), user, issue))
                    .ifPresent(user -> mails.send(author.account(), letter(author, issue, text, user)));
        }
    }

    private boolean mayHear(AccountId account, User user, Issue issue) {
        var reader = new Actor(account, user.id(), user.email(), user.name(), user.role(), user.zone(), "", false);
        return user.emailVerified()
                && user.status() == UserStatus.ACTIVE
                && guard.mayFromAnywhere(reader, PanelArea.ISSUES, Action.READ)
                && sights.of(reader).holds(issue.partner().id());
    }

    private Letter letter(Actor author, Issue issue, String text, User user) {
        return new Letter(
                "issue-comment",
                user.id(),
                user.name(),
                user.email(),
                text(
                        "activity.letter.subject",
                        author.name(),
                        issue.type(),
                        issue.partner().name()),
                List.of(
                        text("activity.letter.greeting", user.name()),
                        text(
                                "activity.letter.text",
                                author.name(),
                                issue.type(),
                                issue.partner().name())),
                null,
                null,
                new Letter.Quote(author.name(), text),
                List.of(text("activity.letter.where", publicUrl.to("/issues/" + issue.id()))));
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}

package io.bailiwick.invitations;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.tokens.Secret;
import io.bailiwick.ui.Timekeeper;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whoever comes with a link that is not good any more what became of it, and whom to ask. */
@Component
class DeadLinks {
    private static final String UNKNOWN =
            "This invitation was withdrawn, or the link is not whole. Ask whoever invited you to send it again: the"
                    + " name stands in the mail.";

    private final Accounts accounts;
    private final Users users;
    private final InvitationStore store;
    private final Timekeeper timekeeper;

    DeadLinks(Accounts accounts, Users users, InvitationStore store, Timekeeper timekeeper) {
        this.accounts = accounts;
        this.users = users;
        this.store = store;
        this.timekeeper = timekeeper;
    }

    /** The refusal; nothing is told to whoever never held a link of ours. */
    Refusal.Gone gone(String token) {
        var told = Secret.read(token)
                .flatMap(secret -> accounts.find(secret.account())
                        .flatMap(account -> store.invitedBy(account.id(), secret.hash())
                                .flatMap(user -> told(account.id(), user))));
        return new Refusal.Gone(told.orElse(UNKNOWN));
    }

    private Optional<String> told(AccountId account, UserId id) {
        return user(account, id).map(user -> switch (user.status()) {
            case ACTIVE ->
                "This invitation was accepted already: sign in with your e-mail address and password. If that was not"
                        + " you, ask `" + user.createdBy() + "`, who invited you.";
            case DISABLED -> "You were invited and disabled since. Ask `" + user.createdBy() + "`, who invited you.";
            case INVITED -> pending(account, user);
        });
    }

    private String pending(AccountId account, User user) {
        var found = store.find(account, user.id());
        if (found.isEmpty()) {
            return UNKNOWN;
        }
        var invitation = found.get();
        var ask = "ask `" + invitation.inviterName() + "`"
                + (invitation.inviterEmail().isEmpty() ? "" : " (`" + invitation.inviterEmail() + "`)")
                + " to send it again.";
        var times = timekeeper.in(user.zone());
        return invitation.expired()
                ? "This invitation ended on " + times.toTheMinute(invitation.expiresAt()) + ". If you still want it, "
                        + ask
                : "A newer invitation was sent on " + times.toTheMinute(invitation.sentAt())
                        + " and only that one is good: follow the link in that mail. If you cannot find it, " + ask;
    }

    private Optional<User> user(AccountId account, UserId id) {
        try {
            return Optional.of(users.get(Actor.server(account), id));
        } catch (Refusal.NotFound gone) {
            return Optional.empty();
        }
    }
}

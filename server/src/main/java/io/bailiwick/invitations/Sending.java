package io.bailiwick.invitations;

import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.UserId;
import io.bailiwick.links.Links;
import io.bailiwick.links.Purpose;
import io.bailiwick.mail.Mails;
import io.bailiwick.model.Action;
import io.bailiwick.users.EmailChanged;
import io.bailiwick.users.Invitees;
import io.bailiwick.users.PasswordChanged;
import io.bailiwick.users.User;
import io.bailiwick.users.UserAdmitted;
import io.bailiwick.users.UserDeleted;
import io.bailiwick.users.UserDisabled;
import io.bailiwick.users.UsersInvited;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sends the invitations, and ends them with what makes them worthless: all in the transaction of what happened. */
@Component
@EnableConfigurationProperties(InvitationSettings.class)
class Sending {
    private final InvitationStore store;
    private final InvitationSettings settings;
    private final Letters letters;
    private final Links links;
    private final Mails mails;
    private final Invitees invitees;
    private final Guard guard;

    Sending(
            InvitationStore store,
            InvitationSettings settings,
            Letters letters,
            Links links,
            Mails mails,
            Invitees invitees,
            Guard guard) {
        this.store = store;
        this.settings = settings;
        this.letters = letters;
        this.links = links;
        this.mails = mails;
        this.invitees = invitees;
        this.guard = guard;
    }

    @EventListener
    void on(UsersInvited invited) {
        var actor = invited.actor();
        var account = actor.account();
        var ids = invited.users().stream().map(User::id).toList();
        store.put(actor, ids, invited.note(), settings.lifetime());
        var invitations =
                store.all(account, ids).stream().collect(Collectors.toMap(Invitation::user, Function.identity()));
        var hashes = new ArrayList<byte[]>();
        for (var user : invited.users()) {
            var invitation = Objects.requireNonNull(invitations.get(user.id()));
            var secret = links.issue(
                    account, Purpose.INVITATION, user.id(), user.email(), actor.user(), settings.lifetime());
            hashes.add(secret.hash());
            if (invited.note() == null) {
                mails.withdraw(account, user.id(), Letters.KIND);
            }
            mails.send(account, letters.of(account, Letters.Recipient.of(user), invitation, secret.text()));
        }
        store.remember(account, ids, hashes);
    }

    @EventListener
    void on(UserDisabled disabled) {
        end(disabled.actor().account(), disabled.user());
    }

    /** A user with a password has no invitation any more. */
    @EventListener
    void on(PasswordChanged changed) {
        var account = changed.actor().account();
        end(account, changed.user());
        store.delete(account, changed.user());
    }

    /** Whoever corrects an address sends the invitation there, if he may invite; else it has ended. */
    @EventListener
    void on(EmailChanged changed) {
        var actor = changed.actor();
        var user = invitees.find(actor.account(), changed.user());
        if (user.isPresent()) {
            end(actor.account(), changed.user());
            again(actor, user.get());
        }
    }

    /** Who was disabled before he came is invited again when he is enabled, by somebody who may invite. */
    @EventListener
    void on(UserAdmitted admitted) {
        var actor = admitted.actor();
        invitees.find(actor.account(), admitted.user()).ifPresent(user -> again(actor, user));
    }

    private void again(Actor actor, User user) {
        if (guard.may(actor, PanelArea.USERS, Action.CREATE)) {
            on(new UsersInvited(actor, List.of(user), null));
        }
    }

    @EventListener
    void on(UserDeleted deleted) {
        mails.withdraw(deleted.actor().account(), deleted.user(), Letters.KIND);
    }

    private void end(AccountId account, UserId user) {
        links.withdraw(account, user, Purpose.INVITATION);
        mails.withdraw(account, user, Letters.KIND);
        store.end(account, user);
    }
}

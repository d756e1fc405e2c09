package io.bailiwick.invitations;

import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.Invitees;
import io.bailiwick.users.User;
import io.bailiwick.users.UserForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Inviting people. Users, change, links and mails of a call commit together or not at all. */
@Service
public class Invitations {
    /** So many addresses at once. */
    public static final int MOST = 1_000;

    private final Invitees invitees;
    private final Judging judging;
    private final Changes changes;
    private final InvitationStore store;

    Invitations(Invitees invitees, Judging judging, Changes changes, InvitationStore store) {
        this.invitees = invitees;
        this.judging = judging;
        this.changes = changes;
        this.store = store;
    }

    /**
     * What would become of each address; nothing is sent.
     *
     * @throws Refusal.Invalid with the fault of `emails` when they are too many
     */
    @Transactional(readOnly = true)
    public Roll check(Actor actor, Addresses addresses) {
        tooMany(addresses).ifPresent(fault -> {
            throw new Refusal.Invalid(List.of(fault));
        });
        return judging.judge(actor, addresses);
    }

    /**
     * Invites everybody in the list who can be, all with the same rights.
     *
     * @param form what they are to have; its name and address do not count
     * @param note what the actor has to say to them, or null
     * @throws Refusal.Invalid with every fault of the form, of `emails` and `note`
     * @throws Refusal.Beyond when they could do or see more than the actor
     * @throws Refusal.Conflict when a reseller's user would have no group
     */
    @Transactional
    public Sent send(Actor actor, Addresses addresses, UserForm form, @Nullable String note) {
        changes.lock(actor.account());
        var clean = checked(actor, addresses, form, note);
        var roll = judging.judge(actor, addresses);
        var people = roll.ready().stream()
                .map(verdict -> new Invitees.Person(verdict.text(), verdict.name()))
                .toList();
        return new Sent(roll, invitees.invite(actor, form, people, clean));
    }

    /** Sends a user's invitation again, as the actor's own: the link before is dead. As {@link Invitees#inviteAgain}. */
    public User sendAgain(Actor actor, UserId user) {
        return invitees.inviteAgain(actor, user);
    }

    /** Withdraws a user's invitation: the user is gone. As {@link Invitees#withdraw}. */
    public User withdraw(Actor actor, UserId user, @Nullable Long expected) {
        return invitees.withdraw(actor, user, expected);
    }

    /** The invitation of a user that was not accepted yet; null when there is none. */
    @Nullable
    Invitation of(Actor actor, User user) {
        return store.find(actor.account(), user.id()).orElse(null);
    }

    /** Why the invitation would be refused although its time is not over: because of its inviter. Null when it is good. */
    @Nullable
    String flaw(Actor actor, User user, Invitation invitation) {
        try {
            invitees.requireStillGiven(actor.account(), invitation.inviter(), user);
            return null;
        } catch (Refusal.Beyond | Refusal.Conflict | Refusal.Denied refused) {
            return refused.detail();
        }
    }

    private String checked(Actor actor, Addresses addresses, UserForm form, @Nullable String note) {
        var faults = new ArrayList<Fault>();
        if (addresses.entries().isEmpty()) {
            faults.add(new Fault("emails", "Give at least one address."));
        }
        tooMany(addresses).ifPresent(faults::add);
        var clean = "";
        try {
            clean = Notes.read(note);
        } catch (Refusal.Invalid invalid) {
            faults.addAll(invalid.faults());
        }
        try {
            invitees.requireFit(actor, form);
        } catch (Refusal.Invalid invalid) {
            faults.addAll(invalid.faults());
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        return clean;
    }

    private static Optional<Fault> tooMany(Addresses addresses) {
        var number = addresses.entries().size();
        return number <= MOST
                ? Optional.empty()
                : Optional.of(new Fault(
                        "emails",
                        String.format(
                                Locale.ENGLISH,
                                "Invite at most %,d people at once; these are %,d addresses.",
                                MOST,
                                number)));
    }
}

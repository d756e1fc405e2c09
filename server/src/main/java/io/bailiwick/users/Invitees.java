package io.bailiwick.users;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.Action;
import io.bailiwick.model.UserStatus;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Users who were invited and have no password yet. Whoever writes and redeems the invitations listens to
 * {@link UsersInvited} and stands above.
 */
@Service
public class Invitees {
    private final UserStore store;
    private final InviteeStore invitees;
    private final UserReader reader;
    private final GuardRails rails;
    private final UserChanges record;
    private final NewPasswords passwords;
    private final Changes changes;
    private final Guard guard;
    private final ApplicationEventPublisher events;

    Invitees(
            UserStore store,
            InviteeStore invitees,
            UserReader reader,
            GuardRails rails,
            UserChanges record,
            NewPasswords passwords,
            Changes changes,
            Guard guard,
            ApplicationEventPublisher events) {
        this.store = store;
        this.invitees = invitees;
        this.reader = reader;
        this.rails = rails;
        this.record = record;
        this.passwords = passwords;
        this.changes = changes;
        this.guard = guard;
        this.events = events;
    }

    /** Somebody to invite; the address was found fit by {@link #isAddress} and belongs to nobody. */
    public record Person(String email, String name) {}

    /** Somebody who has an address already; of whom the actor does not see, no more than that is known. */
    public record Known(@Nullable UserId user, @Nullable UserStatus status) {}

    /** What was typed, found fit; the password is a hash. */
    public record Accepted(String name, ZoneId zone, String password) {
        /** Never the hash. */
        @Override
        public String toString() {
            return "Accepted[" + name + "]";
        }
    }

    /** Whether this can be a user's e-mail address. */
    public static boolean isAddress(String text) {
        return Emails.isValid(text);
    }

    /** Whether this can be a user's name. */
    public static boolean isName(String text) {
        var faults = new Faults();
        UserReader.name(text, faults);
        return faults.count() == 0;
    }

    /** Which of these addresses belong to users of the account, by the address in small letters. */
    public Map<String, Known> known(Actor actor, Collection<String> emails) {
        return invitees.known(actor.account(), emails, guard.reseller(actor));
    }

    /**
     * Requires that the actor may invite people such as the form says, whatever their names and addresses.
     *
     * @throws Refusal.Invalid with every fault of the form
     * @throws Refusal.Beyond when they could do or see more than the actor
     * @throws Refusal.Conflict when a reseller's user would have no group
     */
    public void requireFit(Actor actor, UserForm form) {
        read(actor, anybody(form));
    }

    /**
     * Invites people, all with the same rights, in one change. In the caller's transaction, which holds the account's lock.
     *
     * @param form what they are to have; its name and address do not count
     * @param note what the actor has to say to them; may be empty
     * @return the users as stored, in the order of the people
     * @throws Refusal as {@link #requireFit}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<User> invite(Actor actor, UserForm form, List<Person> people, String note) {
        var draft = read(actor, anybody(form));
        if (people.isEmpty()) {
            return List.of();
        }
        var ids = people.stream().map(person -> new UserId(Ids.next())).toList();
        invitees.insert(actor, ids, people, draft);
        return told(actor, ids, note);
    }

    /**
     * Invites one person, named and addressed by the form.
     *
     * @throws Refusal.Invalid with every fault of the form
     * @throws Refusal.Beyond when the user could do or see more than the actor
     * @throws Refusal.Conflict when the address is taken, or a reseller's user has no group
     */
    @Transactional
    public User invite(Actor actor, UserForm form) {
        changes.lock(actor.account());
        var draft = read(actor, form);
        rails.isFree(actor, null, draft);
        var id = new UserId(Ids.next());
        invitees.insert(actor, List.of(id), List.of(new Person(draft.email(), draft.name())), draft);
        return told(actor, List.of(id), "").getFirst();
    }

    /**
     * Invites somebody again: the actor vouches for what the user has, as if he had invited him.
     *
     * @throws Refusal.NotFound when there is no such user in the actor's sight
     * @throws Refusal.Conflict when the user is not invited, or a reseller's user has no group
     * @throws Refusal.Beyond when the user could do or see more than the actor
     */
    @Transactional
    public User inviteAgain(Actor actor, UserId id) {
        changes.lock(actor.account());
        var user = invited(actor, id);
        rails.give(actor, Draft.of(user));
        record.invitedAgain(actor, user);
        events.publishEvent(new UsersInvited(actor, List.of(user), null));
        return user;
    }

    /**
     * Withdraws an invitation: the user is gone.
     *
     * @param expected the version that the actor saw, or null
     * @return the user as he was
     * @throws Refusal.NotFound when there is no such user in the actor's sight
     * @throws Refusal.Conflict when the user is not invited
     * @throws Refusal.Beyond when the user exceeds the actor
     */
    @Transactional
    public User withdraw(Actor actor, UserId id, @Nullable Long expected) {
        changes.lock(actor.account());
        var user = invited(actor, id);
        Refusal.Stale.check(expected, user.version());
        rails.touch(actor, user);
        store.delete(actor.account(), id);
        record.withdrawn(actor, user);
        return user;
    }

    /** The user, whoever asks, if he is invited: for somebody who holds his invitation. */
    public Optional<User> find(AccountId account, UserId user) {
        return store.find(account, user, null).filter(found -> found.status() == UserStatus.INVITED);
    }

    /**
     * Finds fit what somebody typed who accepts. Call it outside of a transaction: it takes about 50 ms.
     *
     * @throws Refusal.Invalid with every fault: of `name`, `timeZone`, `password`
     */
    public Accepted read(AccountId account, User user, Acceptance typed) {
        var faults = new Faults();
        var name = UserReader.name(typed.name(), faults);
        var chosen = typed.timeZone();
        var zone = chosen == null || chosen.isBlank() ? user.zone() : UserReader.zone(chosen, faults);
        var password = passwords.hashed(account, user.email(), typed.name(), typed.password(), faults);
        faults.check();
        return new Accepted(name, zone, Objects.requireNonNull(password));
    }

    /**
     * Makes an invited user an active one, whose address is proven. In the caller's transaction, which holds the account's
     * lock and has redeemed the invitation.
     *
     * @param address the client's address as text
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public User accept(AccountId account, User user, Accepted accepted, String address) {
        invitees.accept(account, user.id(), accepted);
        var now = store.find(account, user.id(), null).orElseThrow();
        record.accepted(
                new Actor(account, now.id(), now.email(), now.name(), now.role(), now.zone(), address, false),
                user,
                now);
        return now;
    }

    /**
     * Requires that somebody could still invite the user: as of now he may create users, sees this one, and what this one
     * has does not reach beyond him.
     *
     * @param inviter null for the server itself
     * @throws Refusal.Beyond when he could not, saying why
     * @throws Refusal.Conflict when a reseller's user has no group
     */
    public void requireStillGiven(AccountId account, @Nullable UserId inviter, User user) {
        var actor = inviter == null
                ? Actor.server(account)
                : store.find(account, inviter, null)
                        .map(found -> found.actor(account))
                        .orElseThrow(() -> new Refusal.Beyond("Whoever invited this user is no user any more."));
        guard.atLeast(actor, changes.newest(account));
        if (!guard.mayFromAnywhere(actor, PanelArea.USERS, Action.CREATE)) {
            throw new Refusal.Beyond("Whoever invited this user may invite nobody any more.");
        }
        var sight = guard.reseller(actor);
        if (sight != null
                && (user.reseller() == null || !sight.equals(user.reseller().id()))) {
            throw new Refusal.Beyond("Whoever invited this user does not see him any more.");
        }
        rails.give(actor, Draft.of(user));
    }

    private Draft read(Actor actor, UserForm form) {
        var faults = new Faults();
        var draft = reader.read(actor, null, form, faults);
        faults.check();
        rails.give(actor, draft);
        return draft;
    }

    private List<User> told(Actor actor, List<UserId> ids, String note) {
        var users = invitees.all(actor.account(), ids);
        record.invited(actor, users);
        events.publishEvent(new UsersInvited(actor, users, note));
        return users;
    }

    private User invited(Actor actor, UserId id) {
        var user =
                store.find(actor.account(), id, guard.reseller(actor)).orElseThrow(() -> new Refusal.NotFound("user"));
        if (user.status() != UserStatus.INVITED) {
            throw new Refusal.Conflict("`" + user.email() + "` is not invited but "
                    + (user.status() == UserStatus.ACTIVE
                            ? "has accepted already."
                            : "disabled: enable the user first."));
        }
        return user;
    }

    /** The form with a name and an address that nobody finds fault with. */
    private static UserForm anybody(UserForm form) {
        return new UserForm(
                "anybody@example.com",
                "Anybody",
                form.role(),
                form.groups(),
                form.permissions(),
                form.dataAccess(),
                form.reseller(),
                form.timeZone(),
                form.network(),
                form.sharedTickets(),
                false,
                null);
    }
}

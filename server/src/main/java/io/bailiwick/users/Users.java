package io.bailiwick.users;

import io.bailiwick.accounts.Account;
import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The people of an account. An Administrator with a reseller sees and manages only users of the same reseller; the others
 * do not exist for him.
 */
@Service
public class Users {
    private final UserStore store;
    private final UserSearch search;
    private final UserReader reader;
    private final GuardRails rails;
    private final UserChanges record;
    private final NewPasswords passwords;
    private final Changes changes;
    private final Guard guard;
    private final TransactionOperations transactions;

    Users(
            UserStore store,
            UserSearch search,
            UserReader reader,
            GuardRails rails,
            UserChanges record,
            NewPasswords passwords,
            Changes changes,
            Guard guard,
            TransactionOperations transactions) {
        this.store = store;
        this.search = search;
        this.reader = reader;
        this.rails = rails;
        this.record = record;
        this.passwords = passwords;
        this.changes = changes;
        this.guard = guard;
        this.transactions = transactions;
    }

    /**
     * One page of the users that match, as far as the actor sees them.
     *
     * @throws Refusal.Invalid when the filter or the order cannot be
     */
    @Transactional(readOnly = true)
    public UserPage list(Actor actor, UserFilter filter, PageRequest request) {
        return search.page(actor, filter, request, guard.reseller(actor));
    }

    /**
     * One page of the users whom the search finds, for people to look at: what of the search means nothing is told and
     * narrows nothing, and one that takes too long shows nobody.
     *
     * @throws Refusal.Invalid when the order cannot be
     */
    public ShownUsers show(Actor actor, UserFilter filter, PageRequest request) {
        try {
            return inTransaction(() -> search.shown(actor, filter, request, guard.reseller(actor)));
        } catch (Refusal.Invalid refused) {
            if (!refused.faults().getFirst().field().equals("q")) {
                throw refused;
            }
            return ShownUsers.brokenOff(total(actor));
        }
    }

    /**
     * How many users a search finds, counting no further than the most.
     *
     * @throws Refusal.Invalid when something in it means nothing
     */
    @Transactional(readOnly = true)
    public long count(Actor actor, String q, int most) {
        return search.count(actor, UserFilter.of(q), guard.reseller(actor), most);
    }

    /** How many users the account has, as far as the actor sees them; exact. */
    public long total(Actor actor) {
        return store.total(actor.account(), guard.reseller(actor));
    }

    /**
     * The user.
     *
     * @throws Refusal.NotFound when there is none, or none in the actor's sight
     */
    public User get(Actor actor, UserId user) {
        return store.find(actor.account(), user, guard.reseller(actor)).orElseThrow(() -> new Refusal.NotFound("user"));
    }

    /** The actor, as stored. */
    public User oneself(Actor actor) {
        var user = actor.user();
        if (user == null) {
            throw new Refusal.NotFound("user");
        }
        return store.find(actor.account(), user, null).orElseThrow(() -> new Refusal.NotFound("user"));
    }

    /**
     * Creates a user with a password.
     *
     * @param password the first password; null is refused: whoever has none is invited, by {@link Invitees}
     * @return the user as stored
     * @throws Refusal.Invalid with every fault of the form and the password
     * @throws Refusal.Beyond when the user could do or see more than the actor
     * @throws Refusal.Conflict when the address is taken, or a reseller's user has no group
     */
    public User create(Actor actor, UserForm form, @Nullable String password) {
        var unfit = new Faults();
        var hash = passwords.hashed(actor.account(), form.email(), form.name(), password, unfit);
        return inTransaction(() -> {
            changes.lock(actor.account());
            var draft = read(actor, form, unfit);
            rails.create(actor, draft);
            return insert(actor, draft, hash);
        });
    }

    /**
     * Creates several users, all or none, with a password that they share, as nobody does whose password is a secret: it is
     * hashed once.
     *
     * @return in the order of the forms
     * @throws Refusal.Invalid with what is wrong with the first form that is not good, or with the password
     */
    public List<User> createAll(Actor actor, List<UserForm> forms, String password) {
        var unfit = new Faults();
        var hash = passwords.hashed(actor.account(), forms, password, unfit);
        return inTransaction(() -> {
            changes.lock(actor.account());
            return forms.stream()
                    .map(form -> {
                        var draft = read(actor, form, unfit);
                        rails.create(actor, draft);
                        return insert(actor, draft, hash);
                    })
                    .toList();
        });
    }

    /**
     * Creates the first user of an account: an unrestricted Administrator with Integration configuration.
     *
     * @throws Refusal.Invalid with every fault: of `name`, `email`, `password`
     * @throws Refusal.Conflict when the account has users already
     */
    public User createFirst(Account account, String name, String email, String password) {
        var actor = Actor.server(account.id());
        var unfit = new Faults();
        var hash = passwords.hashed(account.id(), email, name, password, unfit);
        return inTransaction(() -> {
            changes.lock(account.id());
            var draft = read(actor, UserForm.first(name, email), unfit);
            if (store.total(account.id(), null) > 0) {
                throw new Refusal.Conflict("`" + account.name() + "` has users already: sign in as one of them.");
            }
            return insert(actor, draft, hash);
        });
    }

    /**
     * Changes a user.
     *
     * @param change makes of the fields as they are what they are to be; all are written
     * @param expected the version that the actor saw, or null
     * @param confirm the token of a confirmation, or null
     * @return the user as stored; with nothing changed, of the same version
     * @throws Refusal.Invalid with every fault of the form
     * @throws Refusal.Beyond when what the user has or would have exceeds the actor
     * @throws Refusal.Conflict when a guard rail stands against it
     * @throws Refusal.Unconfirmed when it takes away the last group, or shuts the actor out
     */
    @Transactional
    public User update(
            Actor actor, UserId id, UnaryOperator<UserForm> change, @Nullable Long expected, @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        var user = get(actor, id);
        Refusal.Stale.check(expected, user.version());
        var faults = new Faults();
        var draft = reader.read(actor, user, change.apply(UserForm.of(user)), faults);
        faults.check();
        rails.update(actor, revision, user, draft, confirm);
        return write(actor, user, draft);
    }

    /**
     * Changes the actor's own name and time zone.
     *
     * @param change makes of the two as they are what they are to be
     * @param expected the version that the actor saw, or null
     * @throws Refusal.Invalid with every fault: of `name`, `timeZone`
     */
    @Transactional
    public User introduce(Actor actor, UnaryOperator<Profile> change, @Nullable Long expected) {
        changes.lock(actor.account());
        var user = oneself(actor);
        Refusal.Stale.check(expected, user.version());
        var faults = new Faults();
        var profile = change.apply(new Profile(user.name(), user.zone().getId()));
        var draft = Draft.of(user)
                .introduced(UserReader.name(profile.name(), faults), UserReader.zone(profile.timeZone(), faults));
        faults.check();
        return write(actor, user, draft);
    }

    /**
     * Changes the actor's own e-mail address, which is unverified then; whoever calls has asked for the current password.
     * Other sessions and all open links end.
     *
     * @param proof whether the password that was given still holds, asked under the account's lock
     * @throws Refusal.Invalid with the fault of `email`
     * @throws Refusal.Conflict when the address is taken
     * @throws Refusal.SignedOut when the proof no longer holds
     */
    @Transactional
    public User readdress(Actor actor, @Nullable String email, @Nullable Long expected, BooleanSupplier proof) {
        changes.lock(actor.account());
        if (!proof.getAsBoolean()) {
            throw new Refusal.SignedOut();
        }
        var user = oneself(actor);
        Refusal.Stale.check(expected, user.version());
        var faults = new Faults();
        var draft = Draft.of(user).readdressed(UserReader.email(email, faults));
        faults.check();
        rails.isFree(actor, user, draft);
        return write(actor, user, draft);
    }

    /**
     * The user, whom the actor may manage.
     *
     * @throws Refusal.NotFound when there is none, or none in the actor's sight
     * @throws Refusal.Beyond when the user exceeds the actor
     */
    public User managed(Actor actor, UserId id) {
        var user = get(actor, id);
        rails.touch(actor, user);
        return user;
    }

    /**
     * Deletes a user, with everything that is his alone; what he did keeps his name.
     *
     * @throws Refusal.Conflict when it is oneself or the last key
     * @throws Refusal.Beyond when the user exceeds the actor
     */
    @Transactional
    public void delete(Actor actor, UserId id, @Nullable Long expected) {
        changes.lock(actor.account());
        var user = get(actor, id);
        Refusal.Stale.check(expected, user.version());
        rails.delete(actor, user);
        store.delete(actor.account(), id);
        rails.lastKeyStays(actor, List.of(user));
        record.deleted(actor, List.of(user));
    }

    /**
     * A user has proven that an address is his; nothing happens when he has another one by now, or had proven it before.
     *
     * @param email the address that was proven
     */
    @Transactional
    public void verified(AccountId account, UserId id, String email) {
        changes.lock(account);
        if (store.verified(account, id, email)) {
            var user = store.find(account, id, null).orElseThrow();
            record.emailVerified(user.actor(account), user);
        }
    }

    /** A user signed in: remembers when. */
    public void signedIn(AccountId account, UserId user) {
        store.signedIn(account, user);
    }

    /** A new user's form; what is unfit of the password is told after what is wrong with the form. */
    private Draft read(Actor actor, UserForm form, Faults unfit) {
        var faults = new Faults();
        var draft = reader.read(actor, null, form, faults);
        faults.addAll(unfit);
        faults.check();
        return draft;
    }

    private User insert(Actor actor, Draft draft, @Nullable String hash) {
        var id = new UserId(Ids.next());
        store.insert(actor, id, draft, Objects.requireNonNull(hash, "a password without faults has a hash"));
        var user = whole(actor, id);
        record.created(actor, user);
        return user;
    }

    private User write(Actor actor, User user, Draft draft) {
        if (Draft.of(user).equals(draft)) {
            return user;
        }
        var before = whole(actor, user.id());
        store.update(actor.account(), user.id(), draft);
        rails.lastKeyStays(actor, List.of(user));
        record.updated(actor, before, whole(actor, user.id()));
        return store.find(actor.account(), user.id(), guard.reseller(actor)).orElseThrow();
    }

    /** The user with everything that he is tied to, whoever asks. */
    private User whole(Actor actor, UserId user) {
        return store.find(actor.account(), user, null).orElseThrow();
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }
}

package io.bailiwick.users;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.model.UserStatus;
import io.bailiwick.users.PasswordChanged.Way;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** What users sign in with: checking it and giving a new one. Counting failures is the caller's. */
@Service
public class Credentials {
    private final CredentialStore store;
    private final UserStore users;
    private final Passwords passwords;
    private final NewPasswords newPasswords;
    private final GuardRails rails;
    private final UserChanges record;
    private final Changes changes;
    private final Guard guard;
    private final TransactionOperations transactions;

    Credentials(
            CredentialStore store,
            UserStore users,
            Passwords passwords,
            NewPasswords newPasswords,
            GuardRails rails,
            UserChanges record,
            Changes changes,
            Guard guard,
            TransactionOperations transactions) {
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.newPasswords = newPasswords;
        this.rails = rails;
        this.record = record;
        this.changes = changes;
        this.guard = guard;
        this.transactions = transactions;
    }

    /**
     * Who signs in with this address and password. Takes as long whether or not somebody has the address. Call it outside
     * of a transaction: it takes about 50 ms.
     *
     * @param email compared without case
     * @return the user, active and of that password; empty in every other case
     * @throws Refusal.Unavailable when too many passwords are checked at this moment
     */
    public Optional<UserId> verify(AccountId account, String email, String password) {
        return verified(account, Emails.isValid(email) ? store.find(account, email) : Optional.empty(), password)
                .map(PasswordProof::user);
    }

    /** Takes the user's password, as {@link #verify}: for asking the current one again. Empty when it is another. */
    public Optional<PasswordProof> prove(AccountId account, UserId user, String password) {
        return verified(account, store.find(account, user), password);
    }

    /** Whether the user is active and still has the password that he gave; to be asked under the account's lock. */
    public boolean holds(AccountId account, PasswordProof proof) {
        return store.has(account, proof.user(), proof.hash());
    }

    /**
     * Requires that a new password was typed twice alike.
     *
     * @throws Refusal.Invalid with the fault of `again`
     */
    public static void requireSame(@Nullable String password, @Nullable String again) {
        if (!Objects.equals(password, again)) {
            throw new Refusal.Invalid("again", "This is not the same as the password above.");
        }
    }

    /**
     * Gives somebody else a new password; the user's sessions end, and nothing is mailed.
     *
     * @param mustChange whether it has to be changed at the next sign-in
     * @param expected the version that the actor saw, or null
     * @throws Refusal.Invalid with the fault of `password`
     * @throws Refusal.Beyond when the user exceeds the actor
     * @throws Refusal.Conflict when it is the actor's own
     */
    public void assign(Actor actor, UserId id, @Nullable String password, boolean mustChange, @Nullable Long expected) {
        var seen = seen(actor, id);
        if (actor.is(id)) {
            throw Refusal.Conflict.rail("Change your own password in your profile: it asks for the current one.");
        }
        rails.touch(actor, seen);
        var hash = hashed(actor, seen, password);
        transactions.executeWithoutResult(status -> {
            changes.lock(actor.account());
            var user = seen(actor, id);
            Refusal.Stale.check(expected, user.version());
            rails.touch(actor, user);
            store.set(actor.account(), id, hash, mustChange);
            record.passwordChanged(actor, user, mustChange, Way.ASSIGNED);
        });
    }

    /**
     * Changes the actor's own password.
     *
     * @param proof that the actor gave the current one
     * @throws Refusal.Invalid with the fault of `password`
     * @throws Refusal.SignedOut when the actor was given another password, or disabled, since
     */
    public void change(Actor actor, PasswordProof proof, @Nullable String password) {
        var id = proof.user();
        var self = users.find(actor.account(), id, null).orElseThrow(Refusal.SignedOut::new);
        if (password != null && prove(actor.account(), id, password).isPresent()) {
            throw new Refusal.Invalid("password", "This is the password you have: choose another one.");
        }
        var hash = hashed(actor, self, password);
        transactions.executeWithoutResult(status -> {
            changes.lock(actor.account());
            if (!holds(actor.account(), proof)) {
                throw new Refusal.SignedOut();
            }
            store.set(actor.account(), id, hash, false);
            record.passwordChanged(actor, self, false, Way.CHANGED);
        });
    }

    /**
     * Sets a user's password without knowing the one before: all of his sessions end, and no change is due any more.
     *
     * @param address the client's address as text
     * @param proof uses up what proves that it is him, in the transaction and under the account's lock; false when that is
     *     no longer good
     * @return the user, acting from the address
     * @throws Refusal.Invalid with the fault of `password`; then the proof was not touched
     * @throws Refusal.Gone when the proof is no longer good, or the user is not active
     */
    public Actor reset(AccountId account, UserId id, String address, @Nullable String password, BooleanSupplier proof) {
        var before = active(account, id);
        var hash = hashed(before.actor(account), before, password);
        return Objects.requireNonNull(transactions.execute(status -> {
            changes.lock(account);
            var user = active(account, id);
            if (!proof.getAsBoolean()) {
                throw gone();
            }
            var self = user.actor(account, address);
            store.set(account, id, hash, false);
            record.passwordChanged(self, user, false, Way.RESET);
            return self;
        }));
    }

    private User active(AccountId account, UserId id) {
        return users.find(account, id, null)
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .orElseThrow(Credentials::gone);
    }

    private static Refusal gone() {
        return new Refusal.Gone("This link was used, has expired, or was replaced by a newer one.");
    }

    private Optional<PasswordProof> verified(
            AccountId account, Optional<CredentialStore.Credential> credential, String password) {
        var hash = credential.map(CredentialStore.Credential::password).orElse(null);
        if (password.length() > 2 * Passwords.LONGEST || !passwords.matches(password, hash) || hash == null) {
            return Optional.empty();
        }
        var user = credential.get().user();
        if (passwords.isOutdated(hash)) {
            var fresh = passwords.hash(password);
            store.replace(account, user, hash, fresh);
            hash = fresh;
        }
        return credential.get().status() == UserStatus.ACTIVE
                ? Optional.of(new PasswordProof(user, hash))
                : Optional.empty();
    }

    private User seen(Actor actor, UserId id) {
        return users.find(actor.account(), id, guard.reseller(actor)).orElseThrow(() -> new Refusal.NotFound("user"));
    }

    private String hashed(Actor actor, User user, @Nullable String password) {
        var faults = new Faults();
        var hash = newPasswords.hashed(actor.account(), user.email(), user.name(), password, faults);
        faults.check();
        return Objects.requireNonNull(hash);
    }
}

package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The unrestricted Administrators, for whoever holds the machine: what is done here no guard rail stands against. */
@Service
public class Keys {
    private final UserStore store;
    private final UserChanges record;

    Keys(UserStore store, UserChanges record) {
        this.store = store;
        this.record = record;
    }

    /** Those with a password, active or disabled, by name: at most a hundred. */
    public List<User> all(AccountId account) {
        return store.keys(account);
    }

    /** The one of that address. */
    public Optional<User> find(AccountId account, String email) {
        return store.key(account, email);
    }

    /**
     * Lets one of them in again. In the caller's transaction, which holds the account's lock.
     *
     * @param actor the server itself
     * @param anyAddress whether the allow-list is emptied
     * @return the user as stored, active
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public User open(Actor actor, User user, boolean anyAddress) {
        if (!actor.isServer()) {
            throw new IllegalArgumentException("only the machine itself opens to keys");
        }
        var draft = Draft.of(user).opened(anyAddress);
        if (draft.equals(Draft.of(user))) {
            return user;
        }
        store.update(actor.account(), user.id(), draft);
        var after = store.find(actor.account(), user.id(), null).orElseThrow();
        record.updated(actor, user, after);
        return after;
    }
}

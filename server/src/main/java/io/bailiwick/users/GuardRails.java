package io.bailiwick.users;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.kernel.UserId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The guard rails on writing users, as the access model lists them. */
@Component
class GuardRails {
    private final Guard guard;
    private final Consequences consequences;
    private final UserStore store;

    GuardRails(Guard guard, Consequences consequences, UserStore store) {
        this.guard = guard;
        this.consequences = consequences;
        this.store = store;
    }

    /** Requires that the actor may make such a user. */
    void create(Actor actor, Draft draft) {
        give(actor, draft);
        isFree(actor, null, draft);
    }

    /** Requires that the actor may make a user with such rights, whatever his address. */
    void give(Actor actor, Draft draft) {
        hasGroupIfNeeded(actor, draft);
        guard.mayGive(actor, null, draft.entitlement());
    }

    /** Requires that the actor may make that of the user, and has seen what it opens or closes by the way. */
    void update(Actor actor, Revision revision, User user, Draft draft, @Nullable String confirm) {
        if (actor.is(user.id())) {
            leavesOneselfAlone(actor, user, draft);
        }
        guard.mayGive(actor, user.entitlement(), draft.entitlement());
        keepsReseller(actor, user, draft);
        if (!user.entitlement().equals(draft.entitlement())) {
            hasGroupIfNeeded(actor, draft);
        }
        isFree(actor, user, draft);
        consequences.confirmed(actor, revision, user, draft, confirm);
    }

    /** Requires that nobody else has the address. */
    void isFree(Actor actor, @Nullable User user, Draft draft) {
        if (store.isTaken(actor.account(), draft.email(), user == null ? null : user.id())) {
            throw new Refusal.Conflict("The e-mail address `" + draft.email() + "` belongs to somebody else already.");
        }
    }

    /** Requires that the user does not exceed the actor: for setting a password. */
    void touch(Actor actor, User user) {
        guard.mayGive(actor, user.entitlement(), null);
    }

    /** Why the actor may not touch the user; empty when he may. */
    Optional<Refusal> beyond(Actor actor, User user) {
        try {
            touch(actor, user);
            return Optional.empty();
        } catch (Refusal.Beyond beyond) {
            return Optional.of(beyond);
        }
    }

    /** Those of the users whom the actor may not touch. */
    Set<UserId> beyond(Actor actor, Collection<User> users) {
        var giving = guard.giving(actor);
        var beyond = new HashSet<UserId>();
        for (var user : users) {
            try {
                giving.mayGive(user.entitlement(), null);
            } catch (Refusal.Beyond exceeding) {
                beyond.add(user.id());
            }
        }
        return beyond;
    }

    /** Requires that the actor may delete the user. */
    void delete(Actor actor, User user) {
        if (actor.is(user.id())) {
            throw Refusal.Conflict.rail("Nobody deletes themselves: ask another Administrator.");
        }
        touch(actor, user);
    }

    /** Requires, after the write and before its commit, that somebody is left who can administer the account. */
    void lastKeyStays(Actor actor, Collection<User> before) {
        var key = before.stream().filter(User::isKey).findFirst();
        if (key.isPresent() && !store.hasKey(actor.account(), null)) {
            throw lastKey(key.get());
        }
    }

    /**
     * The same, before a write that is only looked at.
     *
     * @param after the user as he would be; null when he is deleted
     */
    void lastKeyWouldStay(Actor actor, User user, @Nullable Draft after) {
        if (user.isKey() && (after == null || !after.isKey()) && !store.hasKey(actor.account(), user.id())) {
            throw lastKey(user);
        }
    }

    private static Refusal lastKey(User user) {
        return Refusal.Conflict.rail("`" + user.email()
                + "` is the last active Administrator without group and reseller. Make another one first, or nobody"
                + " could administer the account any longer.");
    }

    /** Requires a group of whoever has to have one. */
    void hasGroupIfNeeded(Actor actor, Draft draft) {
        if (!draft.groups().isEmpty()) {
            return;
        }
        if (!guard.isUnrestricted(actor)) {
            throw new Refusal.Beyond("Put the user into a group: a user without one could do more than you can.");
        }
        if (draft.reseller() != null) {
            throw Refusal.Conflict.rail("A user with a reseller has at least one group: choose one.");
        }
    }

    /** Requires that the user stays with the reseller to which the actor is limited. */
    void keepsReseller(Actor actor, User user, Draft draft) {
        var own = guard.reseller(actor);
        if (own != null && !own.equals(draft.reseller())) {
            throw new Refusal.Beyond("Your users belong to your reseller: you cannot take `" + user.email() + "` out.");
        }
    }

    /** Requires that the actor leaves alone of himself what others decide. */
    void leavesOneselfAlone(Actor actor, User user, Draft draft) {
        var before = user.entitlement();
        var after = draft.entitlement();
        if (!before.equals(after) || user.status() != draft.status()) {
            throw Refusal.Conflict.rail(
                    "Nobody changes their own role, groups, permissions, data access, reseller or status: ask another"
                            + " Administrator.");
        }
        if (!user.email().equalsIgnoreCase(draft.email())) {
            throw Refusal.Conflict.rail(
                    "Change your own e-mail address in your profile: it asks for your current password.");
        }
        if (!user.network().equals(draft.network()) && !guard.isUnrestricted(actor)) {
            throw new Refusal.Beyond(
                    "Only an Administrator without group and reseller changes the own allow-list: ask one.");
        }
    }
}

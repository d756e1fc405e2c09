package io.bailiwick.groups;

import io.bailiwick.guard.Entitlement;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.model.GroupMode;
import java.util.HashSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an Administrator who is limited himself may do to groups. */
@Component
class GuardRails {
    private final Guard guard;
    private final Members members;

    GuardRails(Guard guard, Members members) {
        this.guard = guard;
        this.members = members;
    }

    /** @throws Refusal.Beyond when the actor has a reseller */
    void requireNoReseller(Actor actor) {
        if (guard.reseller(actor) != null) {
            throw new Refusal.Beyond(
                    "Administrators with a reseller put people into groups, but do not create, change or delete groups.");
        }
    }

    /**
     * Requires that the actor may make the group what it would be. Whoever has more than the actor is touched by no
     * edit, not even by one that takes away: narrowed first, he could be taken over next.
     *
     * @param before the group as it is, or null for a new one
     * @throws Refusal.Beyond when it would open more than the actor has, or a member has more
     */
    void requireMayGive(Actor actor, @Nullable Group before, Group after) {
        if (guard.isUnrestricted(actor) || before != null && before.rights().equals(after.rights())) {
            return;
        }
        if (after.mode() != GroupMode.ONLY_LISTED || after.rules().isEmpty()) {
            throw new Refusal.Beyond("You are limited yourself, so your groups open only listed areas and have at least"
                    + " one rule, sent together with the rest.");
        }
        guard.mayGive(actor, before == null ? null : before.rights(), after.rights());
        if (before != null) {
            members.entitlements(actor.account(), before.id()).forEach(member -> guard.mayGive(actor, member, null));
        }
    }

    /**
     * Requires that the actor may take everybody out of a group.
     *
     * @param to where they go, or null
     * @throws Refusal.Beyond when somebody has, or would have, more than the actor, or it is the actor's own group
     */
    void requireMayMove(Actor actor, GroupId from, @Nullable GroupId to) {
        var user = actor.user();
        if (user != null && members.isIn(actor.account(), user, from)) {
            throw new Refusal.Beyond("You are in this group yourself, and nobody changes their own groups.");
        }
        if (guard.isUnrestricted(actor)) {
            return;
        }
        if (to == null && members.alone(actor.account(), from, 0).total() > 0) {
            throw new Refusal.Beyond(
                    "Somebody is in no other group, and without one could do more than you can: move the"
                            + " members to another group.");
        }
        for (var entitlement : members.entitlements(actor.account(), from)) {
            guard.mayGive(actor, entitlement, moved(entitlement, from, to));
        }
    }

    /** Why the actor may not move everybody from one group to the other, or out of it; empty when he may. */
    Optional<String> whyNotMove(Actor actor, GroupId from, @Nullable GroupId to) {
        return why(() -> requireMayMove(actor, from, to));
    }

    /** Why the actor may change nothing of the group but its name: somebody in it may do more; empty when he may. */
    Optional<String> untouchable(Actor actor, Group group) {
        if (guard.isUnrestricted(actor)) {
            return Optional.empty();
        }
        return why(() -> members.entitlements(actor.account(), group.id())
                .forEach(member -> guard.mayGive(actor, member, null)));
    }

    private static Optional<String> why(Runnable rail) {
        try {
            rail.run();
            return Optional.empty();
        } catch (Refusal.Beyond beyond) {
            return Optional.of(beyond.detail());
        }
    }

    private static Entitlement moved(Entitlement before, GroupId from, @Nullable GroupId to) {
        var groups = new HashSet<>(before.groups());
        groups.remove(from.value());
        if (to != null) {
            groups.add(to.value());
        }
        return new Entitlement(before.role(), before.permissions(), groups, before.reseller(), before.dataAccess());
    }
}

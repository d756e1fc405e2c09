package io.bailiwick.groups;

import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.Areas;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Confirmations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deletes a group, once it is known where its members go; tells before what would come of it. */
@Component
class Deletions {
    private static final int NAMED = 5;

    private final GroupStore store;
    private final Areas areas;
    private final Members members;
    private final GuardRails rails;
    private final Guard guard;
    private final Changes changes;
    private final Confirmations confirmations;
    private final Previews previews;

    Deletions(
            GroupStore store,
            Areas areas,
            Members members,
            GuardRails rails,
            Guard guard,
            Changes changes,
            Confirmations confirmations,
            Previews previews) {
        this.store = store;
        this.areas = areas;
        this.members = members;
        this.rails = rails;
        this.guard = guard;
        this.changes = changes;
        this.confirmations = confirmations;
        this.previews = previews;
    }

    /**
     * What deleting a group opens.
     *
     * @param withoutGroup how many members end in no group: nothing limits them any more
     * @param first the names of the first of them
     * @param opens what is denied no more
     */
    record Opens(String group, long members, long withoutGroup, List<String> first, List<Consequences.Opening> opens) {}

    /**
     * A group that may go.
     *
     * @param count how many members it has
     * @param to where they go, or null
     * @param alone those who would be in no group
     */
    private record Leaving(
            Group group, long count, @Nullable GroupId to, Members.Alone alone) {}

    /** @param revision the one that is locked */
    void delete(Actor actor, Revision revision, Group group, @Nullable String moveMembersTo, @Nullable String confirm) {
        var leaving = leaving(actor, group, moveMembersTo);
        var items = new ArrayList<Change.Item>();
        items.add(GroupChanges.item(group, null));
        if (leaving.count() > 0) {
            requireConfirmed(actor, revision, leaving, confirm);
            items.addAll(members.move(actor, group.id(), leaving.to()));
        }
        store.delete(actor.account(), group.id());
        changes.record(actor, new Change("group.deleted", new Change.Reach.Policy(), items));
    }

    Effect preview(Actor actor, Group group, @Nullable String moveMembersTo, PageRequest page) {
        var to = leaving(actor, group, moveMembersTo).to();
        return previews.of(actor, new Proposal.GroupGoes(group.id().value(), to == null ? null : to.value()), page);
    }

    /** What deleting it would ask first; empty when it would ask nothing. */
    Optional<Refusal.Unconfirmed> question(Actor actor, Group group, @Nullable String moveMembersTo) {
        try {
            var leaving = leaving(actor, group, moveMembersTo);
            if (leaving.count() > 0) {
                requireConfirmed(actor, changes.newest(actor.account()), leaving, null);
            }
            return Optional.empty();
        } catch (Refusal.Unconfirmed asked) {
            return Optional.of(asked);
        }
    }

    private Leaving leaving(Actor actor, Group group, @Nullable String moveMembersTo) {
        rails.requireNoReseller(actor);
        var count = members.counts(actor, List.of(group.id())).getOrDefault(group.id(), 0L);
        var to = count > 0 ? target(actor, group, count, moveMembersTo) : null;
        rails.requireMayMove(actor, group.id(), to);
        var alone = to == null && count > 0
                ? members.alone(actor.account(), group.id(), NAMED)
                : new Members.Alone(0, 0, List.of());
        if (alone.withReseller() > 0) {
            throw Refusal.Conflict.rail("A reseller's user is always in a group: for " + alone.withReseller()
                    + " of its members `" + group.name() + "` is the only one. Move them to another group.");
        }
        return new Leaving(group, count, to, alone);
    }

    private @Nullable GroupId target(Actor actor, Group group, long count, @Nullable String moveMembersTo) {
        if (moveMembersTo == null || moveMembersTo.isBlank()) {
            throw new Refusal.Conflict(Departure.people(count) + " in `" + group.name()
                    + "`. Say where they go: `moveMembersTo` takes another group's id, or `none`.");
        }
        if (moveMembersTo.equals(Groups.NOWHERE)) {
            return null;
        }
        var target = other(actor, moveMembersTo);
        if (target == null || target.equals(group.id())) {
            throw new Refusal.Invalid("moveMembersTo", "Choose another group, or `none`.");
        }
        return target;
    }

    private @Nullable GroupId other(Actor actor, String id) {
        return Ids.read(id)
                .flatMap(read -> store.find(actor.account(), new GroupId(read)))
                .map(Group::id)
                .orElse(null);
    }

    private void requireConfirmed(Actor actor, Revision revision, Leaving leaving, @Nullable String confirm) {
        var alone = leaving.alone();
        var openings = new Consequences(areas.all(actor.account()), guard.areas(actor)).ofDeleting(leaving.group());
        if (alone.total() > 0 || !openings.isEmpty()) {
            var first = alone.first().stream().map(Members.Member::name).toList();
            confirmations.require(
                    actor,
                    revision,
                    Departure.sentence(leaving.count(), alone, openings),
                    new Opens(leaving.group().name(), leaving.count(), alone.total(), first, openings),
                    confirm);
        }
    }
}

package io.bailiwick.groups;

import io.bailiwick.accounts.Changes;
import io.bailiwick.areas.Area;
import io.bailiwick.areas.Areas;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Revision;
import io.bailiwick.model.Access;
import io.bailiwick.model.GroupMode;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Confirmations;
import io.bailiwick.tokens.Keysets;
import io.bailiwick.tokens.SortOrder.Field;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The groups of an account. */
@Service
public class Groups {
    /** Says, instead of a group's id, that the members of a deleted group go nowhere. */
    public static final String NOWHERE = "none";

    private static final List<Field> SORTS = List.of(Field.text("name", "name_key"), Field.made("createdAt"));

    private final GroupStore store;
    private final Areas areas;
    private final Members members;
    private final GuardRails rails;
    private final Guard guard;
    private final Changes changes;
    private final Confirmations confirmations;
    private final Keysets keysets;
    private final Previews previews;
    private final Deletions deletions;

    Groups(
            GroupStore store,
            Areas areas,
            Members members,
            GuardRails rails,
            Guard guard,
            Changes changes,
            Confirmations confirmations,
            Keysets keysets,
            Previews previews,
            Deletions deletions) {
        this.store = store;
        this.areas = areas;
        this.members = members;
        this.rails = rails;
        this.guard = guard;
        this.changes = changes;
        this.confirmations = confirmations;
        this.keysets = keysets;
        this.previews = previews;
        this.deletions = deletions;
    }

    /**
     * Creates a group: of only listed areas and with all four actions by default, unless the form says otherwise.
     *
     * @throws Refusal.Beyond when it would open more than the actor has
     * @throws Refusal.Conflict when the name is taken
     */
    @Transactional
    public GroupId create(Actor actor, GroupForm form) {
        changes.lock(actor.account());
        rails.requireNoReseller(actor);
        var empty =
                new Group(new GroupId(Ids.next()), "", GroupMode.ONLY_LISTED, Access.ALL, List.of(), Instant.EPOCH, 1);
        var defaults = GroupForm.of(empty);
        var group = new GroupReader(areas.all(actor.account()))
                .read(
                        empty,
                        new GroupForm(
                                form.name(),
                                Objects.requireNonNullElse(form.mode(), defaults.mode()),
                                Objects.requireNonNullElse(form.defaultAccess(), defaults.defaultAccess()),
                                form.rules()));
        requireFreeName(actor, group);
        rails.requireMayGive(actor, null, group);
        store.insert(actor.account(), group);
        changes.record(actor, Change.of("group.created", new Change.Reach.Policy(), GroupChanges.item(null, group)));
        return group.id();
    }

    /**
     * Changes a group.
     *
     * @param change makes of what is written of it now what is to be
     * @param expected the version that the actor saw, or null for whichever is there
     * @param confirm what came with the call as `?confirm=`, or null
     * @throws Refusal.Beyond when it would open more than the actor has
     * @throws Refusal.Conflict when the name is taken
     * @throws Refusal.Unconfirmed when it opens something without saying so
     */
    @Transactional
    public void edit(
            Actor actor,
            GroupId id,
            @Nullable Long expected,
            UnaryOperator<GroupForm> change,
            @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        var before = get(actor, id);
        var all = areas.all(actor.account());
        var after = edited(actor, before, expected, change, all);
        var openings = consequences(actor, all).of(before, after);
        if (!openings.isEmpty()) {
            requireConfirmed(actor, revision, after, openings, confirm);
        }
        if (!after.equals(before)) {
            store.update(actor.account(), after);
            var reach = after.rights().equals(before.rights()) ? new Change.Reach.Nobody() : new Change.Reach.Policy();
            changes.record(actor, Change.of("group.changed", reach, GroupChanges.item(before, after)));
        }
    }

    /**
     * What {@link #edit} would do now; nothing is changed.
     *
     * @throws Refusal.Beyond as editing would
     * @throws Refusal.Conflict as editing would
     * @throws Refusal.Stale as editing would
     */
    @Transactional(readOnly = true)
    public Rehearsal rehearse(Actor actor, GroupId id, @Nullable Long expected, GroupForm form) {
        var revision = changes.newest(actor.account());
        var before = get(actor, id);
        var all = areas.all(actor.account());
        var after = edited(actor, before, expected, saved -> form, all);
        var openings = consequences(actor, all).of(before, after);
        if (openings.isEmpty()) {
            return new Rehearsal(before, after, null, openings, null);
        }
        try {
            requireConfirmed(actor, revision, after, openings, null);
            throw new IllegalStateException("what is not confirmed passed as confirmed");
        } catch (Refusal.Unconfirmed unconfirmed) {
            return new Rehearsal(before, after, unconfirmed.detail(), openings, unconfirmed.token());
        }
    }

    /**
     * An edit that was only tried.
     *
     * @param warning what it opens without saying so, in a sentence; null when nothing
     * @param opens the same by area
     * @param confirm what confirms it; null when there is nothing to confirm
     */
    public record Rehearsal(
            Group before,
            Group after,
            @Nullable String warning,
            List<Consequences.Opening> opens,
            @Nullable String confirm) {
        public Rehearsal {
            opens = List.copyOf(opens);
        }
    }

    /**
     * Who would gain and who would lose what by the edit; everything stands against it that stands against saving.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param page which page of the single changes
     */
    public Effect preview(Actor actor, GroupId id, @Nullable Long expected, GroupForm form, PageRequest page) {
        var after = edited(actor, get(actor, id), expected, saved -> form, areas.all(actor.account()));
        return previews.of(actor, new Proposal.GroupBecomes(id.value(), after.rights()), page);
    }

    /**
     * Deletes a group.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param moveMembersTo the id of the group that its members go to, {@link #NOWHERE}, or null when it has none
     * @param confirm what came with the call as `?confirm=`, or null
     * @throws Refusal.Conflict when it has members and nothing says where they go, or one of them must have a group
     * @throws Refusal.Beyond when a member has, or would have, more than the actor
     * @throws Refusal.Unconfirmed when somebody ends in no group, or something denied is denied no more
     */
    @Transactional
    public void delete(
            Actor actor,
            GroupId id,
            @Nullable Long expected,
            @Nullable String moveMembersTo,
            @Nullable String confirm) {
        var revision = changes.lock(actor.account());
        var group = get(actor, id);
        Refusal.Stale.check(expected, group.version());
        deletions.delete(actor, revision, group, moveMembersTo, confirm);
    }

    /**
     * Who would gain and who would lose what by the deletion; everything stands against it that stands against deleting.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param moveMembersTo the id of the group that its members go to, {@link #NOWHERE}, or null when it has none
     * @param page which page of the single changes
     */
    public Effect previewDeletion(
            Actor actor, GroupId id, @Nullable Long expected, @Nullable String moveMembersTo, PageRequest page) {
        var group = get(actor, id);
        Refusal.Stale.check(expected, group.version());
        return deletions.preview(actor, group, moveMembersTo, page);
    }

    /** What deleting the group would ask first; empty when it would ask nothing. */
    Optional<Refusal.Unconfirmed> questionOfDeletion(Actor actor, GroupId id, @Nullable String moveMembersTo) {
        return deletions.question(actor, get(actor, id), moveMembersTo);
    }

    /**
     * The group with that id.
     *
     * @throws Refusal.NotFound when there is none
     */
    public Group get(Actor actor, GroupId id) {
        return store.find(actor.account(), id).orElseThrow(() -> new Refusal.NotFound("group"));
    }

    /** Those of the groups that are there, by name. */
    public List<Group> find(Actor actor, Collection<GroupId> ids) {
        return store.find(actor.account(), ids);
    }

    /** A page of the groups whose name holds the words; sorted by `name` or `createdAt`. */
    @Transactional(readOnly = true)
    public Page<Group> list(Actor actor, String q, PageRequest request) {
        var list = "groups " + q;
        var keyset = keysets.of(actor, list, SORTS, request);
        var page = keysets.page(
                actor, list, keyset, store.list(actor.account(), q, keyset), store.count(actor.account(), q));
        return page.with(store.withRules(actor.account(), page.items()));
    }

    /** How many members of each group the actor sees; a group without any may be absent. */
    public Map<GroupId, Long> members(Actor actor, Collection<GroupId> groups) {
        return members.counts(actor, groups);
    }

    /** The first members that the actor sees, by name. */
    public List<Members.Member> firstMembers(Actor actor, GroupId group, int limit) {
        return members.first(actor, group, limit);
    }

    /** What a change of a group opens without saying so, as it is shown before it is confirmed. */
    record Difference(String group, long members, List<Consequences.Opening> opens) {}

    /** The group as it would be, when no guard rail stands against it. */
    private Group edited(
            Actor actor, Group before, @Nullable Long expected, UnaryOperator<GroupForm> change, List<Area> all) {
        rails.requireNoReseller(actor);
        Refusal.Stale.check(expected, before.version());
        var after = new GroupReader(all).read(before, change.apply(GroupForm.of(before)));
        requireFreeName(actor, after);
        rails.requireMayGive(actor, before, after);
        return after;
    }

    private void requireConfirmed(
            Actor actor,
            Revision revision,
            Group after,
            List<Consequences.Opening> openings,
            @Nullable String confirm) {
        var count = count(actor, after.id());
        confirmations.require(
                actor,
                revision,
                Consequences.sentence(after, openings, count),
                new Difference(after.name(), count, openings),
                confirm);
    }

    private Consequences consequences(Actor actor, List<Area> all) {
        return new Consequences(all, guard.areas(actor));
    }

    private long count(Actor actor, GroupId id) {
        return members.counts(actor, List.of(id)).getOrDefault(id, 0L);
    }

    private void requireFreeName(Actor actor, Group group) {
        if (store.isTaken(actor.account(), group.name(), group.id())) {
            throw new Refusal.Conflict("There is a group `" + group.name() + "` already. Choose another name.");
        }
    }
}

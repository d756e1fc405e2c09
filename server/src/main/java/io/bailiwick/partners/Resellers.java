package io.bailiwick.partners;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.guard.PanelArea;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.model.Action;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Keysets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The resellers of an account. They are structure: only unrestricted Administrators change them, and an actor with a
 * reseller sees none but his own.
 */
@Service
public class Resellers {
    private final ResellerStore store;
    private final PartnerStore partners;
    private final Uses uses;
    private final Keysets keysets;
    private final Changes changes;
    private final Guard guard;
    private final Previews previews;

    Resellers(
            ResellerStore store,
            PartnerStore partners,
            Uses uses,
            Keysets keysets,
            Changes changes,
            Guard guard,
            Previews previews) {
        this.store = store;
        this.partners = partners;
        this.uses = uses;
        this.keysets = keysets;
        this.changes = changes;
        this.guard = guard;
        this.previews = previews;
    }

    /**
     * Creates a reseller.
     *
     * @throws Refusal.Beyond when the actor is limited
     * @throws Refusal.Conflict when the key is taken
     */
    @Transactional
    public ResellerId create(Actor actor, ResellerForm form) {
        changes.lock(actor.account());
        requireUnrestricted(actor);
        var id = new ResellerId(Ids.next());
        var active = form.active() == null || form.active();
        var reseller = checked(actor, new Reseller(id, "", "", active, Instant.EPOCH, 1), form);
        store.insert(actor.account(), reseller);
        record(actor, "reseller.created", new Change.Reach.Policy(), reseller, Map.of(), fields(reseller));
        return id;
    }

    /**
     * Changes a reseller.
     *
     * @param change makes of what is written of it now what is to be
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Beyond when the actor is limited
     * @throws Refusal.Conflict when the key is taken
     */
    @Transactional
    public void edit(Actor actor, ResellerId id, @Nullable Long expected, UnaryOperator<ResellerForm> change) {
        changes.lock(actor.account());
        var before = get(actor, id);
        var after = edited(actor, before, expected, change.apply(ResellerForm.of(before)));
        if (!after.equals(before)) {
            store.update(actor.account(), after);
            record(actor, "reseller.changed", reach(before, after), after, fields(before), fields(after));
        }
    }

    /**
     * Who would come to see the data of its partners by the change, and who would see it no more; everything stands
     * against it that stands against saving.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param page which page of the single changes
     */
    public Effect preview(Actor actor, ResellerId id, @Nullable Long expected, ResellerForm form, PageRequest page) {
        var after = edited(actor, get(actor, id), expected, form);
        return previews.of(actor, becomes(actor, after), page);
    }

    /**
     * Who would gain and who would lose what by the deletion; everything stands against it that stands against deleting.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param page which page of the single changes
     */
    public Effect previewDeletion(Actor actor, ResellerId id, @Nullable Long expected, PageRequest page) {
        return previews.of(actor, becomes(actor, deletable(actor, id, expected)), page);
    }

    private Proposal becomes(Actor actor, Reseller reseller) {
        var on = reseller.active() ? partners.switchedOn(actor.account(), reseller.id()) : List.<UUID>of();
        return new Proposal.ResellerBecomes(reseller.id().value(), on);
    }

    /**
     * Deletes a reseller.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Beyond when the actor is limited
     * @throws Refusal.Conflict when something refers to it
     */
    @Transactional
    public void delete(Actor actor, ResellerId id, @Nullable Long expected) {
        changes.lock(actor.account());
        var reseller = deletable(actor, id, expected);
        store.delete(actor.account(), id);
        record(actor, "reseller.deleted", new Change.Reach.Policy(), reseller, fields(reseller), Map.of());
    }

    private Reseller edited(Actor actor, Reseller before, @Nullable Long expected, ResellerForm form) {
        requireUnrestricted(actor);
        Refusal.Stale.check(expected, before.version());
        var active = form.active() == null ? before.active() : form.active();
        var base = new Reseller(before.id(), before.name(), before.key(), active, before.createdAt(), before.version());
        return checked(actor, base, form);
    }

    private Reseller deletable(Actor actor, ResellerId id, @Nullable Long expected) {
        var reseller = get(actor, id);
        requireUnrestricted(actor);
        Refusal.Stale.check(expected, reseller.version());
        Uses.requireNone(reseller.name(), uses.of(actor.account(), id), true);
        return reseller;
    }

    /**
     * The reseller with that id.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Reseller get(Actor actor, ResellerId id) {
        return get(actor, id.toString());
    }

    /**
     * The reseller with that id or key.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Reseller get(Actor actor, String idOrKey) {
        return find(actor, idOrKey).orElseThrow(() -> new Refusal.NotFound("reseller"));
    }

    /** The reseller with that id or key, when the actor sees it. */
    public Optional<Reseller> find(Actor actor, String idOrKey) {
        return store.find(actor.account(), guard.reseller(actor), idOrKey);
    }

    /** How many partners each of these resellers has; one without any is absent. */
    public Map<ResellerId, Long> partners(Actor actor, Collection<ResellerId> resellers) {
        return partners.countByReseller(actor.account(), resellers);
    }

    /** Whether the actor may create, change and delete resellers, and say to which one a partner belongs. */
    public boolean mayChange(Actor actor) {
        return guard.isUnrestricted(actor);
    }

    /**
     * A page of the resellers whose name or key holds the words; sorted by `name`, `key` or `createdAt`. An actor with a
     * reseller finds his own alone.
     */
    public Page<Reseller> list(Actor actor, String q, PageRequest request) {
        return list(actor, q, false, request);
    }

    /** As {@link #list}, to choose from: whoever may not look at resellers is told of those that have partners alone. */
    Page<Reseller> offered(Actor actor, String q, PageRequest request) {
        return list(actor, q, !mayLook(actor), request);
    }

    /** As {@link #find}, for what {@link #offered} offers. */
    Optional<Reseller> findOffered(Actor actor, String idOrKey) {
        return find(actor, idOrKey)
                .filter(found ->
                        mayLook(actor) || !partners(actor, List.of(found.id())).isEmpty());
    }

    private boolean mayLook(Actor actor) {
        return guard.may(actor, PanelArea.RESELLERS, Action.READ);
    }

    private Page<Reseller> list(Actor actor, String q, boolean used, PageRequest request) {
        var own = guard.reseller(actor);
        if (own != null) {
            return store.find(actor.account(), own, own.toString())
                    .map(reseller -> new Page<>(List.of(reseller), null, 1, false))
                    .orElseThrow();
        }
        var list = "resellers " + used + " " + q;
        var keyset = keysets.of(actor, list, Partners.ORDERS, request);
        return keysets.page(
                actor,
                list,
                keyset,
                store.list(actor.account(), q, used, keyset),
                store.count(actor.account(), q, used));
    }

    private void requireUnrestricted(Actor actor) {
        if (!guard.isUnrestricted(actor)) {
            throw new Refusal.Beyond("Only an unrestricted Administrator creates, changes or deletes resellers.");
        }
    }

    private Reseller checked(Actor actor, Reseller base, ResellerForm form) {
        var faults = new ArrayList<Fault>();
        var reseller = new Reseller(
                base.id(),
                Naming.name(form.name(), faults),
                Naming.key(form.key(), faults),
                base.active(),
                base.createdAt(),
                base.version());
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        if (store.isTaken(actor.account(), reseller.key(), reseller.id())) {
            throw new Refusal.Conflict("The key `" + reseller.key() + "` is taken. Choose another.");
        }
        return reseller;
    }

    private void record(
            Actor actor,
            String kind,
            Change.Reach reach,
            Reseller reseller,
            Map<String, ?> before,
            Map<String, ?> after) {
        var item = new Change.Item("reseller", reseller.id().value(), reseller.name(), before, after);
        changes.record(actor, Change.of(kind, reach, item));
    }

    private static Change.Reach reach(Reseller before, Reseller after) {
        return before.key().equals(after.key()) && before.active() == after.active()
                ? new Change.Reach.Nobody()
                : new Change.Reach.Policy();
    }

    private static Map<String, ?> fields(Reseller reseller) {
        return Map.of("name", reseller.name(), "key", reseller.key(), "active", reseller.active());
    }
}

package io.bailiwick.partners;

import io.bailiwick.accounts.Changes;
import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.partners.PartnerStore.Wanted;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import io.bailiwick.tokens.Keysets;
import io.bailiwick.tokens.SortOrder.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The partners of an account. An actor with a reseller sees and changes only partners of that reseller: all others are
 * as if they were not there.
 */
@Service
public class Partners {
    /** Of resellers too. */
    static final List<Field> ORDERS =
            List.of(Field.text("name", "name_key"), Field.text("key", "key"), Field.made("createdAt"));

    private final PartnerStore store;
    private final ResellerStore resellers;
    private final Uses uses;
    private final Keysets keysets;
    private final Changes changes;
    private final Guard guard;
    private final Previews previews;

    Partners(
            PartnerStore store,
            ResellerStore resellers,
            Uses uses,
            Keysets keysets,
            Changes changes,
            Guard guard,
            Previews previews) {
        this.store = store;
        this.resellers = resellers;
        this.uses = uses;
        this.keysets = keysets;
        this.changes = changes;
        this.guard = guard;
        this.previews = previews;
    }

    /**
     * Creates a partner; an actor with a reseller creates it for that reseller.
     *
     * @throws Refusal.Conflict when the key is taken
     * @throws Refusal.Beyond when a limited actor names another reseller
     */
    @Transactional
    public PartnerId create(Actor actor, PartnerForm form) {
        changes.lock(actor.account());
        var id = new PartnerId(Ids.next());
        var own = own(actor);
        var reseller = form.reseller() == null && own != null ? own.key() : form.reseller();
        var active = form.active() == null || form.active();
        var partner = checked(
                actor, new Partner(id, "", "", own, active, Instant.EPOCH, 1), form.name(), form.key(), reseller);
        store.insert(actor.account(), partner);
        record(actor, "partner.created", new Change.Reach.Policy(), partner, Map.of(), fields(partner));
        return id;
    }

    /**
     * Changes a partner.
     *
     * @param change makes of what is written of it now what is to be
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when the key is taken
     * @throws Refusal.Beyond when a limited actor names another reseller
     */
    @Transactional
    public void edit(Actor actor, PartnerId id, @Nullable Long expected, UnaryOperator<PartnerForm> change) {
        changes.lock(actor.account());
        var before = get(actor, id);
        var after = edited(actor, before, expected, change);
        if (!after.equals(before)) {
            store.update(actor.account(), after);
            record(actor, "partner.changed", reach(before, after), after, fields(before), fields(after));
        }
    }

    /**
     * Who would come to see the partner's data by the change, and who would see it no more; everything stands against it
     * that stands against saving.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param page which page of the single changes
     */
    public Effect preview(Actor actor, PartnerId id, @Nullable Long expected, PartnerForm form, PageRequest page) {
        var after = edited(actor, get(actor, id), expected, saved -> form);
        return previews.of(actor, becomes(after, after.active()), page);
    }

    /**
     * Who would see the partner's data no more when it is deleted; everything stands against it that stands against
     * deleting.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @param page which page of the single changes
     */
    public Effect previewDeletion(Actor actor, PartnerId id, @Nullable Long expected, PageRequest page) {
        return previews.of(actor, becomes(deletable(actor, id, expected), false), page);
    }

    private static Proposal becomes(Partner partner, boolean active) {
        var reseller = partner.reseller();
        return new Proposal.PartnerBecomes(
                partner.id().value(),
                reseller == null ? null : reseller.id().value(),
                active && (reseller == null || reseller.active()));
    }

    /**
     * Deletes a partner.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when something refers to it
     */
    @Transactional
    public void delete(Actor actor, PartnerId id, @Nullable Long expected) {
        changes.lock(actor.account());
        var partner = deletable(actor, id, expected);
        store.delete(actor.account(), id);
        record(actor, "partner.deleted", new Change.Reach.Policy(), partner, fields(partner), Map.of());
    }

    private Partner deletable(Actor actor, PartnerId id, @Nullable Long expected) {
        var partner = get(actor, id);
        Refusal.Stale.check(expected, partner.version());
        Uses.requireNone(partner.name(), uses.of(actor.account(), id), guard.reseller(actor) == null);
        return partner;
    }

    /**
     * The partner with that id.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Partner get(Actor actor, PartnerId id) {
        return get(actor, id.toString());
    }

    /**
     * The partner with that id or key.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Partner get(Actor actor, String idOrKey) {
        return find(actor, idOrKey).orElseThrow(() -> new Refusal.NotFound("partner"));
    }

    /** The partner with that id or key, when the actor sees it. */
    public Optional<Partner> find(Actor actor, String idOrKey) {
        return store.find(actor.account(), guard.reseller(actor), idOrKey);
    }

    /** Those of the partners with these ids that the actor sees, by name. */
    public List<Partner> withIds(Actor actor, Collection<UUID> ids) {
        return store.find(actor.account(), guard.reseller(actor), ids, List.of());
    }

    /** Those of the partners with these keys that the actor sees, by name. */
    public List<Partner> withKeys(Actor actor, Collection<String> keys) {
        return store.find(actor.account(), guard.reseller(actor), List.of(), keys);
    }

    /** How many users were given the partner's data; empty for an actor who sees only some of the users. */
    public OptionalLong users(Actor actor, PartnerId id) {
        return guard.reseller(actor) == null ? OptionalLong.of(uses.users(actor.account(), id)) : OptionalLong.empty();
    }

    /** A page of the partners that the actor sees; sorted by `name`, `key` or `createdAt`. */
    public Page<Partner> list(Actor actor, PartnerFilter filter, PageRequest request) {
        var sight = guard.reseller(actor);
        var list = "partners " + filter;
        var keyset = keysets.of(actor, list, ORDERS, request);
        var reseller = filter.reseller() == null
                ? Optional.<Reseller>empty()
                : resellers.find(actor.account(), sight, filter.reseller());
        if (filter.reseller() != null && reseller.isEmpty()) {
            return new Page<>(List.of(), null, 0, false);
        }
        var wanted = new Wanted(
                sight, filter.q(), reseller.map(found -> found.id().value()).orElse(null), filter.active());
        return keysets.page(
                actor, list, keyset, store.list(actor.account(), wanted, keyset), store.count(actor.account(), wanted));
    }

    private Partner edited(Actor actor, Partner before, @Nullable Long expected, UnaryOperator<PartnerForm> change) {
        Refusal.Stale.check(expected, before.version());
        var form = change.apply(PartnerForm.of(before));
        var active = form.active() == null ? before.active() : form.active();
        var base = new Partner(
                before.id(),
                before.name(),
                before.key(),
                before.reseller(),
                active,
                before.createdAt(),
                before.version());
        return checked(actor, base, form.name(), form.key(), form.reseller());
    }

    private @Nullable Reseller own(Actor actor) {
        var own = guard.reseller(actor);
        return own == null
                ? null
                : resellers.find(actor.account(), own, own.toString()).orElseThrow();
    }

    private Partner checked(
            Actor actor, Partner base, @Nullable String name, @Nullable String key, @Nullable String reseller) {
        var faults = new ArrayList<Fault>();
        var partner = new Partner(
                base.id(),
                Naming.name(name, faults),
                Naming.key(key, faults),
                reseller(actor, base.reseller(), reseller, faults),
                base.active(),
                base.createdAt(),
                base.version());
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        if (store.isTaken(actor.account(), partner.key(), partner.id())) {
            throw new Refusal.Conflict("The key `" + partner.key() + "` is taken. Choose another.");
        }
        return partner;
    }

    /** A partner's reseller is structure: only an unrestricted Administrator gives it another one. */
    private @Nullable Reseller reseller(
            Actor actor, @Nullable Reseller now, @Nullable String wanted, List<Fault> faults) {
        if (now == null
                ? wanted == null
                : now.key().equals(wanted) || now.id().toString().equals(wanted)) {
            return now;
        }
        if (!guard.isUnrestricted(actor)) {
            throw new Refusal.Beyond("Only an unrestricted Administrator sets a partner's reseller.");
        }
        if (wanted == null) {
            return null;
        }
        var found = resellers.find(actor.account(), null, wanted);
        if (found.isEmpty()) {
            faults.add(new Fault("reseller", "There is no reseller `" + wanted + "`."));
        }
        return found.orElse(null);
    }

    private void record(
            Actor actor,
            String kind,
            Change.Reach reach,
            Partner partner,
            Map<String, ?> before,
            Map<String, ?> after) {
        var item = new Change.Item("partner", partner.id().value(), partner.name(), before, after);
        changes.record(actor, Change.of(kind, reach, item));
    }

    private static Change.Reach reach(Partner before, Partner after) {
        var onlyNamed = before.key().equals(after.key())
                && before.active() == after.active()
                && Objects.equals(before.reseller(), after.reseller());
        return onlyNamed ? new Change.Reach.Nobody() : new Change.Reach.Policy();
    }

    private static Map<String, ?> fields(Partner partner) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", partner.name());
        fields.put("key", partner.key());
        if (partner.reseller() != null) {
            fields.put("reseller", partner.reseller().key());
        }
        fields.put("active", partner.active());
        return fields;
    }
}

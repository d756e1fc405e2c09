package io.bailiwick.flows;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.accounts.Changes;
import io.bailiwick.flows.Setup.Kind;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.partners.Naming;
import io.bailiwick.tokens.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where messages come in. Access points belong to no partner, so they are there only for whoever sees the data of all
 * partners. What is changed takes effect when the engine is restarted; a secret that is replaced, and an access point that
 * is deleted, let nobody in any more at once.
 */
@Service
public class AccessPoints {
    private final AccessPointStore store;
    private final DataFlowStore flows;
    private final Accounts accounts;
    private final Setup setup;
    private final Changes changes;
    private final Folders folders;

    AccessPoints(
            AccessPointStore store,
            DataFlowStore flows,
            Accounts accounts,
            Setup setup,
            Changes changes,
            Folders folders) {
        this.store = store;
        this.flows = flows;
        this.accounts = accounts;
        this.setup = setup;
        this.changes = changes;
        this.folders = folders;
    }

    /**
     * An access point with its new secret, which nobody is shown again.
     *
     * @param secret what its senders show; null for one that watches a folder
     */
    public record Opened(AccessPoint point, @Nullable Secret secret) {}

    /**
     * Creates an access point.
     *
     * @throws Refusal.Conflict when the key is taken
     * @throws Refusal.Beyond when the actor does not see all partners' data
     */
    @Transactional
    public Opened create(Actor actor, AccessPointForm form) {
        changes.lock(actor.account());
        setup.requireEverything(actor);
        var point = checked(actor, new AccessPoint(Ids.next(), "", "", null, Instant.EPOCH, 1), form);
        var secret = point.transport() == Transport.HTTP ? secret(actor) : null;
        store.insert(actor.account(), point, secret == null ? null : secret.hash());
        setup.record(actor, Kind.ACCESS_POINT, "created", point.id(), point.name(), Map.of(), fields(point));
        return new Opened(get(actor, point.id().toString()), secret);
    }

    /**
     * Changes an access point.
     *
     * @param change makes of what is written of it now what is to be
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when the key is taken
     */
    @Transactional
    public AccessPoint edit(
            Actor actor, String idOrKey, @Nullable Long expected, UnaryOperator<AccessPointForm> change) {
        changes.lock(actor.account());
        var before = get(actor, idOrKey);
        Refusal.Stale.check(expected, before.version());
        var after = checked(actor, before, change.apply(AccessPointForm.of(before)));
        if (after.transport() != before.transport()) {
            throw new Refusal.Invalid("kind", "The kind of an access point stays: create another one.");
        }
        if (!after.equals(before)) {
            store.update(actor.account(), after);
            setup.record(actor, Kind.ACCESS_POINT, "changed", after.id(), after.name(), fields(before), fields(after));
        }
        return get(actor, before.id().toString());
    }

    /**
     * Gives it another secret; the one before is worth nothing from then on.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when it watches a folder
     */
    @Transactional
    public Opened renew(Actor actor, String idOrKey, @Nullable Long expected) {
        changes.lock(actor.account());
        var point = get(actor, idOrKey);
        Refusal.Stale.check(expected, point.version());
        if (point.transport() == Transport.FOLDER) {
            throw new Refusal.Conflict("It watches a folder and has no secret.");
        }
        var secret = secret(actor);
        store.change(actor.account(), point.id(), secret.hash());
        setup.record(
                actor, Kind.ACCESS_POINT, "secret-renewed", point.id(), point.name(), fields(point), fields(point));
        return new Opened(get(actor, point.id().toString()), secret);
    }

    /**
     * Deletes an access point.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when a data flow begins at it
     */
    @Transactional
    public void delete(Actor actor, String idOrKey, @Nullable Long expected) {
        changes.lock(actor.account());
        var point = get(actor, idOrKey);
        Refusal.Stale.check(expected, point.version());
        Setup.requireUnused(point.name(), flows.naming(actor.account(), point.id()));
        store.delete(actor.account(), point.id());
        setup.record(actor, Kind.ACCESS_POINT, "deleted", point.id(), point.name(), fields(point), Map.of());
    }

    /**
     * The access point with that id or key.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public AccessPoint get(Actor actor, String idOrKey) {
        return find(actor, idOrKey).orElseThrow(() -> new Refusal.NotFound("access point"));
    }

    /** The access point with that id or key, when the actor sees it. */
    Optional<AccessPoint> find(Actor actor, String idOrKey) {
        return setup.seesEverything(actor) ? store.find(actor.account(), idOrKey) : Optional.empty();
    }

    /** How many data flows begin at it. */
    long uses(Actor actor, AccessPoint point) {
        return flows.naming(actor.account(), point.id());
    }

    /** A page of the access points, by name; the words are found anywhere in name, key or folder. */
    public Page<AccessPoint> list(Actor actor, String q, PageRequest request) {
        if (!setup.seesEverything(actor)) {
            return new Page<>(List.of(), null, 0, false);
        }
        return setup.page(
                actor,
                "access points " + q,
                "name",
                request,
                after -> store.list(actor.account(), q, after, request.limit() + 1),
                store.count(actor.account(), q));
    }

    private Secret secret(Actor actor) {
        return Secret.make(accounts.find(actor.account()).orElseThrow().shortId());
    }

    private AccessPoint checked(Actor actor, AccessPoint base, AccessPointForm form) {
        var faults = new ArrayList<Fault>();
        var point = new AccessPoint(
                base.id(),
                Naming.name(form.name(), faults),
                Naming.key(form.key(), faults),
                folders.checked(form.kind(), form.folder(), base.folder(), faults),
                base.createdAt(),
                base.version());
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        if (store.isTaken(actor.account(), point.key(), point.id())) {
            throw new Refusal.Conflict("The key `" + point.key() + "` is taken. Choose another.");
        }
        if (point.folder() != null && store.isWatched(actor.account(), point.folder(), point.id())) {
            throw new Refusal.Invalid("folder", "Another access point watches that folder. Choose another.");
        }
        return point;
    }

    private static Map<String, ?> fields(AccessPoint point) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", point.name());
        fields.put("key", point.key());
        if (point.folder() != null) {
            fields.put("folder", point.folder());
        }
        return fields;
    }
}

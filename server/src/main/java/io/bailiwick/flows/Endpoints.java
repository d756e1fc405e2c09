package io.bailiwick.flows;

import io.bailiwick.accounts.Changes;
import io.bailiwick.flows.Setup.Kind;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.partners.Naming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where messages are delivered. Endpoints belong to no partner, so they are there only for whoever sees the data of all
 * partners. What is changed takes effect when the engine is restarted.
 */
@Service
public class Endpoints {
    private static final int ATTEMPTS = 5;
    private static final int MOST_ATTEMPTS = 10;

    private final EndpointStore store;
    private final DataFlowStore flows;
    private final Targets targets;
    private final Setup setup;
    private final Changes changes;
    private final Folders folders;

    Endpoints(
            EndpointStore store, DataFlowStore flows, Targets targets, Setup setup, Changes changes, Folders folders) {
        this.store = store;
        this.flows = flows;
        this.targets = targets;
        this.setup = setup;
        this.changes = changes;
        this.folders = folders;
    }

    /**
     * Creates an endpoint.
     *
     * @throws Refusal.Conflict when the key is taken
     * @throws Refusal.Beyond when the actor does not see all partners' data
     */
    @Transactional
    public Endpoint create(Actor actor, EndpointForm form) {
        changes.lock(actor.account());
        setup.requireEverything(actor);
        var endpoint = checked(actor, new Endpoint(Ids.next(), "", "", null, null, 1, Instant.EPOCH, 1), form);
        store.insert(actor.account(), endpoint);
        setup.record(actor, Kind.ENDPOINT, "created", endpoint.id(), endpoint.name(), Map.of(), fields(endpoint));
        return get(actor, endpoint.id().toString());
    }

    /**
     * Changes an endpoint.
     *
     * @param change makes of what is written of it now what is to be
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when the key is taken
     */
    @Transactional
    public Endpoint edit(Actor actor, String idOrKey, @Nullable Long expected, UnaryOperator<EndpointForm> change) {
        changes.lock(actor.account());
        var before = get(actor, idOrKey);
        Refusal.Stale.check(expected, before.version());
        var after = checked(actor, before, change.apply(EndpointForm.of(before)));
        if (!after.equals(before)) {
            store.update(actor.account(), after);
            setup.record(actor, Kind.ENDPOINT, "changed", after.id(), after.name(), fields(before), fields(after));
        }
        return get(actor, before.id().toString());
    }

    /**
     * Deletes an endpoint.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when a data flow leads to it
     */
    @Transactional
    public void delete(Actor actor, String idOrKey, @Nullable Long expected) {
        changes.lock(actor.account());
        var endpoint = get(actor, idOrKey);
        Refusal.Stale.check(expected, endpoint.version());
        Setup.requireUnused(endpoint.name(), flows.naming(actor.account(), endpoint.id()));
        store.delete(actor.account(), endpoint.id());
        setup.record(actor, Kind.ENDPOINT, "deleted", endpoint.id(), endpoint.name(), fields(endpoint), Map.of());
    }

    /**
     * The endpoint with that id or key.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public Endpoint get(Actor actor, String idOrKey) {
        return find(actor, idOrKey).orElseThrow(() -> new Refusal.NotFound("endpoint"));
    }

    /** The endpoint with that id or key, when the actor sees it. */
    Optional<Endpoint> find(Actor actor, String idOrKey) {
        return setup.seesEverything(actor) ? store.find(actor.account(), idOrKey) : Optional.empty();
    }

    /** How many data flows lead to it. */
    long uses(Actor actor, Endpoint endpoint) {
        return flows.naming(actor.account(), endpoint.id());
    }

    /** A page of the endpoints, by name; the words are found anywhere in name, key, address or folder. */
    public Page<Endpoint> list(Actor actor, String q, PageRequest request) {
        if (!setup.seesEverything(actor)) {
            return new Page<>(List.of(), null, 0, false);
        }
        return setup.page(
                actor,
                "endpoints " + q,
                "name",
                request,
                after -> store.list(actor.account(), q, after, request.limit() + 1),
                store.count(actor.account(), q));
    }

    private Endpoint checked(Actor actor, Endpoint base, EndpointForm form) {
        var faults = new ArrayList<Fault>();
        var attempts = form.attempts() == null ? ATTEMPTS : form.attempts();
        var endpoint = new Endpoint(
                base.id(),
                Naming.name(form.name(), faults),
                Naming.key(form.key(), faults),
                url(form, faults),
                folders.checked(form.kind(), form.folder(), base.folder(), faults),
                attempts,
                base.createdAt(),
                base.version());
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            faults.add(new Fault("attempts", "Try 1 to " + MOST_ATTEMPTS + " times."));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        if (store.isTaken(actor.account(), endpoint.key(), endpoint.id())) {
            throw new Refusal.Conflict("The key `" + endpoint.key() + "` is taken. Choose another.");
        }
        return endpoint;
    }

    private @Nullable String url(EndpointForm form, List<Fault> faults) {
        var url = Objects.requireNonNullElse(form.url(), "").strip();
        if (Transport.FOLDER.word().equals(form.kind())) {
            if (!url.isEmpty()) {
                faults.add(new Fault("url", "A folder has no address: leave it out."));
            }
            return null;
        }
        targets.problem(url).ifPresent(problem -> faults.add(new Fault("url", problem)));
        return url;
    }

    private static Map<String, ?> fields(Endpoint endpoint) {
        return Map.of(
                "name",
                endpoint.name(),
                "key",
                endpoint.key(),
                endpoint.transport() == Transport.HTTP ? "url" : "folder",
                endpoint.target(),
                "attempts",
                endpoint.attempts());
    }
}

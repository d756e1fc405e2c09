package io.bailiwick.flows;

import io.bailiwick.accounts.Changes;
import io.bailiwick.flows.DataFlow.Named;
import io.bailiwick.flows.Setup.Kind;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Page;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.partners.SeenPartner;
import io.bailiwick.partners.Sights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which way messages go. A data flow belongs to its partner, and is there only for whoever sees that partner's data. What is
 * changed takes effect when the engine is restarted.
 */
@Service
public class DataFlows {
    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");
    private static final Named NOTHING = new Named(new UUID(0, 0), "", "");

    private final DataFlowStore store;
    private final AccessPoints points;
    private final Endpoints endpoints;
    private final Sights sights;
    private final Setup setup;
    private final Changes changes;

    DataFlows(
            DataFlowStore store,
            AccessPoints points,
            Endpoints endpoints,
            Sights sights,
            Setup setup,
            Changes changes) {
        this.store = store;
        this.points = points;
        this.endpoints = endpoints;
        this.sights = sights;
        this.setup = setup;
        this.changes = changes;
    }

    /**
     * Creates a data flow.
     *
     * @throws Refusal.Conflict when the access point has one for that type
     */
    @Transactional
    public DataFlow create(Actor actor, DataFlowForm form) {
        changes.lock(actor.account());
        var base = new DataFlow(Ids.next(), NOTHING, NOTHING, NOTHING, Direction.INBOUND, "", Instant.EPOCH, 1);
        var flow = checked(actor, base, form);
        store.insert(actor.account(), flow);
        setup.record(actor, Kind.DATA_FLOW, "created", flow.id(), flow.type(), Map.of(), fields(flow));
        return get(actor, flow.id().toString());
    }

    /**
     * Changes a data flow.
     *
     * @param change makes of what is written of it now what is to be
     * @param expected the version that the actor saw, or null for whichever is there
     * @throws Refusal.Conflict when the access point has another one for that type
     */
    @Transactional
    public DataFlow edit(Actor actor, String id, @Nullable Long expected, UnaryOperator<DataFlowForm> change) {
        changes.lock(actor.account());
        var before = get(actor, id);
        Refusal.Stale.check(expected, before.version());
        var after = checked(actor, before, change.apply(DataFlowForm.of(before)));
        if (!after.equals(before)) {
            store.update(actor.account(), after);
            setup.record(actor, Kind.DATA_FLOW, "changed", after.id(), after.type(), fields(before), fields(after));
        }
        return get(actor, id);
    }

    /**
     * Deletes a data flow; messages that are on their way by it fail when the engine is restarted.
     *
     * @param expected the version that the actor saw, or null for whichever is there
     */
    @Transactional
    public void delete(Actor actor, String id, @Nullable Long expected) {
        changes.lock(actor.account());
        var flow = get(actor, id);
        Refusal.Stale.check(expected, flow.version());
        store.delete(actor.account(), flow.id());
        setup.record(actor, Kind.DATA_FLOW, "deleted", flow.id(), flow.type(), fields(flow), Map.of());
    }

    /**
     * The data flow with that id.
     *
     * @throws Refusal.NotFound when there is none in the actor's sight
     */
    public DataFlow get(Actor actor, String id) {
        return Ids.read(id)
                .flatMap(read -> store.find(actor.account(), sights.of(actor), read))
                .orElseThrow(() -> new Refusal.NotFound("data flow"));
    }

    /**
     * A page of the data flows that the actor sees, by type.
     *
     * @param q found anywhere in type, access point, endpoint or partner
     * @param partner only those of the partner with this key or id; empty for all
     */
    public Page<DataFlow> list(Actor actor, String q, String partner, PageRequest request) {
        var sight = sights.of(actor);
        var wanted = partner.isEmpty() ? Optional.<SeenPartner>empty() : sights.find(actor, partner);
        if (sight.isEmpty() || !partner.isEmpty() && wanted.isEmpty()) {
            return new Page<>(List.of(), null, 0, false);
        }
        var id = wanted.map(SeenPartner::id).orElse(null);
        return setup.page(
                actor,
                "data flows " + id + " " + q,
                "type",
                request,
                after -> store.list(actor.account(), sight, q, id, after, request.limit() + 1),
                store.count(actor.account(), sight, q, id));
    }

    private DataFlow checked(Actor actor, DataFlow base, DataFlowForm form) {
        var faults = new ArrayList<Fault>();
        var point = points.find(actor, given(form.accessPoint()))
                .map(found -> new Named(found.id(), found.key(), found.name()))
                .orElseGet(
                        () -> missing(faults, "accessPoint", "access point", form.accessPoint(), base.accessPoint()));
        var partner = sights.find(actor, given(form.partner()))
                .map(found -> new Named(found.id(), found.key(), found.name()))
                .orElseGet(() -> missing(faults, "partner", "partner", form.partner(), NOTHING));
        var endpoint = endpoints
                .find(actor, given(form.endpoint()))
                .map(found -> new Named(found.id(), found.key(), found.name()))
                .orElseGet(() -> missing(faults, "endpoint", "endpoint", form.endpoint(), base.endpoint()));
        var direction = Direction.of(given(form.direction()));
        var type = given(form.type()).strip();
        if (direction.isEmpty()) {
            faults.add(new Fault("direction", "Choose `inbound` or `outbound`."));
        }
        if (!TYPE.matcher(type).matches()) {
            faults.add(new Fault("type", "Write 1 to 40 letters, digits, dots, hyphens and underscores."));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
        var flow = new DataFlow(
                base.id(), point, partner, endpoint, direction.orElseThrow(), type, base.createdAt(), base.version());
        if (store.isTaken(actor.account(), flow)) {
            throw new Refusal.Conflict("The access point has a data flow for messages of type `" + type
                    + "` already. Choose another type.");
        }
        return flow;
    }

    /** Who does not see what belongs to no partner may leave it as it is. */
    private static Named missing(List<Fault> faults, String field, String what, @Nullable String wanted, Named now) {
        var text = given(wanted);
        if (!text.isEmpty() && (text.equals(now.key()) || text.equals(now.id().toString()))) {
            return now;
        }
        var choose = "Choose " + (what.startsWith("p") ? "a " : "an ") + what + ".";
        faults.add(new Fault(field, text.isEmpty() ? choose : "There is no " + what + " `" + text + "`."));
        return NOTHING;
    }

    private static String given(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static Map<String, ?> fields(DataFlow flow) {
        return Map.of(
                "accessPoint", flow.accessPoint().key(),
                "partner", flow.partner().key(),
                "endpoint", flow.endpoint().key(),
                "direction", flow.direction().word(),
                "type", flow.type());
    }
}

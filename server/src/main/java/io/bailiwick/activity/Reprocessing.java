package io.bailiwick.activity;

import io.bailiwick.flows.DeliveryDue;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.partners.Sights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivers messages again, of partners whose data the actor sees. */
@Service
public class Reprocessing {
    /** So many at once. */
    public static final int MOST = 1_000;

    private final ReprocessStore store;
    private final Sights sights;
    private final ApplicationEventPublisher events;

    Reprocessing(ReprocessStore store, Sights sights, ApplicationEventPublisher events) {
        this.store = store;
        this.sights = sights;
        this.events = events;
    }

    /**
     * How far it has come.
     *
     * @param delivered how many were delivered
     * @param failed how many could not be
     */
    public record Run(UUID id, int total, long delivered, long failed) {
        /** How many have come to their end. */
        public long done() {
            return delivered + failed;
        }
    }

    /**
     * Delivers these messages again, all or none: when this returns, it is written down and will be done.
     *
     * @return the id under which its progress is told to the actor
     * @throws Refusal.NotFound when one is not there, or not in the actor's sight
     * @throws Refusal.Conflict when one is still being delivered, saying which
     */
    @Transactional
    public UUID begin(Actor actor, List<String> ids) {
        var wanted = new LinkedHashSet<UUID>();
        for (var id : ids) {
            wanted.add(Optional.ofNullable(Newest.idOrNull(id)).orElseThrow(() -> new Refusal.NotFound("message")));
        }
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new Refusal.Invalid("ids", "Choose 1 to 1,000 messages.");
        }
        var sight = sights.of(actor);
        var found = store.lock(actor.account(), wanted);
        if (found.size() < wanted.size() || found.stream().anyMatch(message -> !sight.holds(message.partner()))) {
            throw new Refusal.NotFound("message");
        }
        var busy = new ArrayList<Fault>();
        for (var message : found) {
            if (!message.state().isFinished()) {
                busy.add(new Fault(message.id().toString(), "It is still being delivered."));
            }
        }
        if (!busy.isEmpty()) {
            throw Refusal.Conflict.rail(
                    busy.size() == 1
                            ? "One of them is still being delivered."
                            : busy.size() + " of them are still being delivered.",
                    busy);
        }
        var run = Ids.next();
        var user = actor.user();
        store.insert(actor.account(), run, user == null ? null : user.value(), actor.name(), found);
        events.publishEvent(new DeliveryDue());
        return run;
    }

    /**
     * How far what the actor began has come.
     *
     * @throws Refusal.NotFound when the actor began no such thing
     */
    public Run run(Actor actor, String id) {
        var user = actor.user();
        return Optional.ofNullable(Newest.idOrNull(id))
                .flatMap(read -> store.find(actor.account(), read, user == null ? null : user.value()))
                .orElseThrow(() -> new Refusal.NotFound("run"));
    }
}

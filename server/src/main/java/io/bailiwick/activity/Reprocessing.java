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
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Delivers messages again, of partners whose data the actor sees. */
@Service
public class Reprocessing {
    /** So many that are named one by one. */
    public static final int MOST = 1_000;

    private static final List<MessageState> UNFINISHED = List.of(MessageState.RECEIVED, MessageState.DELIVERING);

    private final ReprocessStore store;
    private final Messages messages;
    private final MessageListStore lists;
    private final Sights sights;
    private final ApplicationEventPublisher events;

    Reprocessing(
            ReprocessStore store,
            Messages messages,
            MessageListStore lists,
            Sights sights,
            ApplicationEventPublisher events) {
        this.store = store;
        this.messages = messages;
        this.lists = lists;
        this.sights = sights;
        this.events = events;
    }

    /**
     * How far it has come.
     *
     * @param total how many messages it is about, as far as is known
     * @param delivered how many were delivered
     * @param failed how many could not be
     * @param isWhole whether every one of them has its job
     */
    public record Run(UUID id, long total, long delivered, long failed, boolean isWhole) {
        /** How many have come to their end. */
        public long done() {
            return delivered + failed;
        }

        /** Whether there is more to come. */
        public boolean isMoving() {
            return !isWhole || done() < total;
        }
    }

    /** How many match, before they are delivered again by {@link #beginAll}. */
    @Transactional(readOnly = true)
    public Matching matching(Actor actor, MessageFilter filter) {
        var behind = Ids.next();
        return messages.wanted(actor, filter)
                .map(wanted -> wanted.before(behind))
                .map(wanted -> {
                    var all = lists.count(actor.account(), wanted, Long.MAX_VALUE);
                    var busy = UNFINISHED.stream()
                            .filter(state -> filter.state() == null || filter.state() == state)
                            .mapToLong(state -> lists.count(actor.account(), wanted.in(state), Long.MAX_VALUE))
                            .sum();
                    return new Matching(all - busy, busy, behind);
                })
                .orElseGet(() -> new Matching(0, 0, behind));
    }

    /**
     * Delivers again all messages that match: when this returns, it is written down and will be done, some at a time and
     * each as the actor may then. What is still being delivered when its turn comes is left out.
     *
     * @param behind as {@link #matching} said
     * @return the id under which its progress is told to the actor
     * @throws Refusal.Invalid when there is none
     */
    @Transactional
    public UUID beginAll(Actor actor, MessageFilter filter, UUID behind) {
        var wanted = messages.wanted(actor, filter).map(one -> one.before(behind));
        var matching = wanted.map(one -> lists.count(actor.account(), one, Long.MAX_VALUE))
                .orElse(0L);
        if (matching == 0) {
            throw new Refusal.Invalid("matching", "No message matches.");
        }
        var run = Ids.next();
        store.insertOpen(actor, run, filter, behind, matching);
        events.publishEvent(new ReprocessBegun(actor.account()));
        return run;
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
            wanted.add(Ids.read(id).orElseThrow(() -> new Refusal.NotFound("message")));
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
        return Ids.read(id)
                .flatMap(read -> store.find(actor.account(), read, user == null ? null : user.value()))
                .orElseThrow(() -> new Refusal.NotFound("run"));
    }
}

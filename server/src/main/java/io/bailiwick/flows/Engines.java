package io.bailiwick.flows;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.bailiwick.accounts.Changes;
import io.bailiwick.flows.EngineState.State;
import io.bailiwick.flows.EngineStore.NodeRow;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The integration engine of each account: what it runs with, and taking up what was changed since. */
@Service
public class Engines {
    private static final int REMEMBERED = 1_000;

    private final EngineStore store;
    private final Setup setup;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Cache<AccountId, Configuration> configurations = Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterAccess(1, TimeUnit.HOURS)
            .build();

    Engines(EngineStore store, Setup setup, Changes changes, ApplicationEventPublisher events) {
        this.store = store;
        this.setup = setup;
        this.changes = changes;
        this.events = events;
    }

    /** How the account's engine is. */
    public EngineState state(Actor actor) {
        var row = store.find(actor.account()).orElse(new EngineStore.Row(0, 0, null, null));
        if (row.generation() == 0) {
            return new EngineState(State.STOPPED, 0, row.pending(), 0, null, null, null);
        }
        var nodes = store.nodes(actor.account(), row.generation());
        var reason = nodes.stream()
                .filter(node -> node.isOf(row.generation()))
                .map(NodeRow::reason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new EngineState(
                state(nodes, row.generation()),
                row.generation(),
                row.pending(),
                nodes.stream().mapToInt(NodeRow::inFlight).sum(),
                reason,
                row.restartedAt(),
                row.restartedBy());
    }

    private static State state(List<NodeRow> nodes, long generation) {
        if (nodes.stream()
                .anyMatch(node -> node.isOf(generation) && node.state().equals("failed"))) {
            return State.FAILED;
        }
        return nodes.isEmpty()
                        || nodes.stream()
                                .anyMatch(node ->
                                        !node.isOf(generation) || !node.state().equals("running"))
                ? State.RESTARTING
                : State.RUNNING;
    }

    /**
     * Restarts the account's engine with what is set up now. Messages go on coming in; those in flight come to their end by
     * what was set up before, and none is lost.
     *
     * @throws Refusal.Beyond when the actor does not see all partners' data
     */
    @Transactional
    public void restart(Actor actor) {
        changes.lock(actor.account());
        setup.requireEverything(actor);
        var before = store.find(actor.account()).orElse(new EngineStore.Row(0, 0, null, null));
        var generation = store.apply(actor.account(), actor.name());
        var item = new Change.Item(
                "engine",
                actor.account().value(),
                "Integration engine",
                Map.of("generation", before.generation()),
                Map.of("generation", generation, "edits", before.pending()));
        changes.record(actor, Change.of("engine.restarted", new Change.Reach.Nobody(), item));
        events.publishEvent(new EngineRestarted(actor.account()));
    }

    /** What the account's engine runs with. */
    public Configuration running(AccountId account) {
        return running(account, store.generation(account));
    }

    /** What it runs with, when that is known to be of this generation. */
    Configuration running(AccountId account, long generation) {
        var known = configurations.getIfPresent(account);
        if (known == null || known.generation() != generation) {
            known = store.configuration(account);
            configurations.put(account, known);
        }
        return known;
    }
}

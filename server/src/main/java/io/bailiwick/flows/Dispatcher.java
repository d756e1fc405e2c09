package io.bailiwick.flows;

import io.bailiwick.flows.EngineStore.Generation;
import io.bailiwick.flows.EngineStore.NodeRow;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Ids;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * This node's part of the engines: one thread takes what is due and hands it to the engine of its account, woken when
 * something is due here and looking by itself once a second. Engines are started when they are first needed; a restart
 * starts the new one, hands everything that comes to it, and closes the old one when nothing is in flight in it any more.
 */
@Component
class Dispatcher implements SmartLifecycle {
    /**
     * So many messages of an account are delivered at the same time by a node, but for those whose endpoint lets them wait:
     * these leave their places to others, so that no number of slow endpoints holds up the rest.
     */
    private static final int MOST_IN_FLIGHT = 64;

    /** So many are on their way to one endpoint, however long they wait there. */
    private static final int MOST_TO_ONE = 16;

    /** Under load so many are taken with one statement, or none. */
    private static final int LEAST_AT_ONCE = 16;

    private static final Duration PULSE = Duration.ofSeconds(1);
    private static final Duration BREATH = Duration.ofMillis(25);

    /** So often it says that its engines are there still. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    private final ObjectProvider<Work> works;
    private final EngineStore store;
    private final Connections connections;
    private final FolderRoutes folders;
    private final FlowSettings settings;
    private final UUID node = Ids.next();
    private final Semaphore bell = new Semaphore(0);
    private final Map<AccountId, Running> engines = new ConcurrentHashMap<>();
    private final Map<AccountId, Long> failed = new HashMap<>();
    private final Flights flights;
    private @Nullable volatile Thread walker;
    private volatile boolean restarted;
    private long held = System.nanoTime();
    private long renewed = System.nanoTime();
    private long looked = System.nanoTime();
    private long beaten = System.nanoTime();

    Dispatcher(
            ObjectProvider<Work> works,
            EngineStore store,
            Connections connections,
            FolderRoutes folders,
            FlowSettings settings) {
        this.works = works;
        this.store = store;
        this.connections = connections;
        this.folders = folders;
        this.settings = settings;
        this.flights = new Flights(settings, bell::release);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(DeliveryDue due) {
        bell.release();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(EngineRestarted engine) {
        restarted = true;
        bell.release();
    }

    @Override
    public void start() {
        var work = works.getIfAvailable();
        if (work != null) {
            var thread = Thread.ofVirtual().name("dispatcher").unstarted(() -> walk(work));
            walker = thread;
            thread.start();
        }
    }

    /** Takes nothing any more, and lets what is in flight come to its end. */
    @Override
    public void stop() {
        var running = walker;
        walker = null;
        if (running == null) {
            return;
        }
        bell.release();
        try {
            running.join(PULSE);
            if (!flights.await(
                    settings.timeout().compareTo(Flights.FAREWELL) < 0 ? settings.timeout() : Flights.FAREWELL)) {
                LOG.warn("An endpoint still has not answered; what was sent to it is sent again after the next start");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        engines.values().forEach(Running::close);
        engines.clear();
    }

    @Override
    public boolean isRunning() {
        return walker != null;
    }

    private void walk(Work work) {
        while (isRunning()) {
            try {
                renew();
                hold(work);
                if (!deliver(work)) {
                    rest();
                }
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("What is to be delivered cannot be read and is looked at again later", away);
                rest();
            } catch (RuntimeException fault) {
                LOG.error("Delivering failed and is tried again later", fault);
                rest();
            }
        }
    }

    /** Takes up generations that are newer than what runs here, and says now and then that this node is there. */
    private void renew() {
        if (!restarted && System.nanoTime() - renewed < PULSE.toNanos()) {
            return;
        }
        restarted = false;
        renewed = System.nanoTime();
        var beats = System.nanoTime() - beaten > BEAT.toNanos();
        store.generations().forEach((account, generation) -> {
            renew(account, generation);
            if (beats && (engines.containsKey(account) || failedAt(account) == generation.number())) {
                store.isThere(account, node);
            }
        });
        beaten = beats ? System.nanoTime() : beaten;
    }

    private void renew(AccountId account, Generation generation) {
        var running = engines.get(account);
        if (running != null && running.configuration().generation() < generation.number()
                || running == null
                        && failedAt(account) < generation.number()
                        && (generation.watches() || isAwaited(account, generation.number()))) {
            replace(account, running);
        }
    }

    private long failedAt(AccountId account) {
        return failed.getOrDefault(account, 0L);
    }

    /** Whether no node has taken up a generation yet: then this one does, whether there is anything to deliver or not. */
    private boolean isAwaited(AccountId account, long generation) {
        return store.nodes(account, generation).stream().noneMatch(row -> row.isOf(generation));
    }

    private void replace(AccountId account, @Nullable Running old) {
        var configuration = store.configuration(account);
        if (failedAt(account) >= configuration.generation()) {
            return;
        }
        note(account, configuration, "starting", 0, null);
        Running started;
        try {
            started = Running.start(account, configuration, connections, folders, settings.timeout());
            engines.put(account, started);
            store.forget(account, configuration.generation());
        } catch (RuntimeException fault) {
            LOG.error("The engine of account {} cannot be started", account, fault);
            failed.put(account, configuration.generation());
            note(account, configuration, "failed", 0, "It could not be started; the server’s log says why.");
            return;
        }
        if (old == null) {
            note(account, configuration, "running", 0, started.problem());
        } else {
            Thread.ofVirtual().name("drain").start(() -> drain(account, started, old));
        }
    }

    private void drain(AccountId account, Running started, Running old) {
        var configuration = started.configuration();
        try {
            old.stopReceiving();
            var noted = -1;
            while (old.inFlight() > 0) {
                if (noted != old.inFlight()) {
                    noted = old.inFlight();
                    note(account, configuration, "draining", noted, null);
                }
                Thread.sleep(Duration.ofMillis(100));
            }
            note(account, configuration, "running", 0, started.problem());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("How far the engine has come cannot be written down", away);
        } finally {
            old.close();
        }
    }

    private void note(
            AccountId account, Configuration configuration, String state, int inFlight, @Nullable String reason) {
        store.note(account, new NodeRow(node, configuration.generation(), state, inFlight, reason));
    }

    private void hold(Work work) {
        flights.hurry();
        if (System.nanoTime() - held > settings.lease().toNanos() / 3) {
            flights.accounts().forEach(account -> work.hold(account, node, settings.lease()));
            held = System.nanoTime();
        }
    }

    /** Whether there may be more to take at once. */
    private boolean deliver(Work work) {
        looked = System.nanoTime();
        var more = false;
        for (var account : work.open()) {
            var free = MOST_IN_FLIGHT - flights.recent(account);
            var engine = free >= LEAST_AT_ONCE && isRunning() ? engine(account) : null;
            if (engine != null) {
                var taken = work.take(account, node, free, lanes(account, engine), settings.lease());
                var knowing = isKnown(taken, engine) ? engine : renewed(account, engine);
                taken.forEach(delivery -> flights.begin(work, node, account, knowing, delivery));
                more |= taken.size() == free && flights.recent(account) < MOST_IN_FLIGHT;
            }
        }
        return more;
    }

    private static boolean isKnown(List<Delivery> taken, Running engine) {
        return taken.stream()
                .allMatch(
                        delivery -> engine.configuration().flow(delivery.flow()).isPresent());
    }

    /** A data flow that the engine does not know is gone, or came with a generation that was not heard of here yet. */
    private Running renewed(AccountId account, Running engine) {
        var generation = store.generations().get(account);
        if (generation != null) {
            renew(account, generation);
        }
        return engines.getOrDefault(account, engine);
    }

    private List<Lane> lanes(AccountId account, Running engine) {
        var busy = flights.byEndpoint(account);
        return engine.configuration().flows().stream()
                .map(flow -> new Lane(
                        flow.id(),
                        flow.to().id(),
                        Math.max(0, MOST_TO_ONE - busy.getOrDefault(flow.to().id(), 0))))
                .toList();
    }

    private @Nullable Running engine(AccountId account) {
        if (!engines.containsKey(account)) {
            replace(account, null);
        }
        return engines.get(account);
    }

    /** Until something is due here, or a pulse; not right after the last look, so that one statement takes several. */
    private void rest() {
        try {
            if (isRunning() && bell.tryAcquire(PULSE.toMillis(), TimeUnit.MILLISECONDS)) {
                TimeUnit.NANOSECONDS.sleep(BREATH.toNanos() - (System.nanoTime() - looked));
                bell.drainPermits();
            }
        } catch (InterruptedException dismissed) {
            walker = null;
            Thread.currentThread().interrupt();
        }
    }
}

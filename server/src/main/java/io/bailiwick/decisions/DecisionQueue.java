package io.bailiwick.decisions;

import io.bailiwick.kernel.AccountId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Keeps refusals without anybody waiting for it: they are queued, and one thread explains and writes them, as many at a
 * time as have come meanwhile. The queue is bounded; what finds it full is counted and told in the log.
 */
@Component
class DecisionQueue implements SmartLifecycle {
    /** Refusals that are waiting; each holds on to the policy and the user that it was judged by. */
    static final int MOST = 10_000;

    private static final int BATCH = 250;
    private static final Duration NAP = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_COMPLAINTS = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(DecisionQueue.class);

    private final DecisionStore store;
    private final Counter lost;
    private final BlockingQueue<Refused> queue = new ArrayBlockingQueue<>(MOST);
    private final Map<UUID, Refused> waiting = new ConcurrentHashMap<>();
    private final AtomicLong complained = new AtomicLong(System.nanoTime() - BETWEEN_COMPLAINTS.toNanos());
    private @Nullable volatile Thread writer;

    DecisionQueue(DecisionStore store, MeterRegistry meters) {
        this.store = store;
        this.lost = Counter.builder("bailiwick.decisions.lost")
                .description("Refusals that were answered and could not be kept")
                .register(meters);
        Gauge.builder("bailiwick.decisions.waiting", queue, Collection::size)
                .description("Refusals that are waiting to be kept")
                .register(meters);
    }

    /** Keeps it, or counts it as lost; never waits. */
    void keep(Refused refused) {
        waiting.put(refused.id(), refused);
        if (!queue.offer(refused)) {
            waiting.remove(refused.id());
            lose(1, "the queue is full");
        }
    }

    /** A refusal that is not written yet, or is written. */
    Optional<Refused> find(AccountId account, UUID id) {
        return Optional.ofNullable(waiting.get(id))
                .filter(refused -> refused.account().equals(account))
                .or(() -> store.find(account, id));
    }

    @Override
    public void start() {
        var thread = Thread.ofVirtual().name("decisions").unstarted(this::write);
        writer = thread;
        thread.start();
    }

    /** What is queued is written first; the last requests are answered by then. */
    @Override
    public void stop() {
        var running = writer;
        writer = null;
        try {
            if (running != null && !running.join(PATIENCE)) {
                lose(queue.size(), "the server stops");
                running.interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return writer != null;
    }

    /** Before the first request, until after the last. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    private void write() {
        var batch = new ArrayList<Refused>(BATCH);
        while (isRunning() || !queue.isEmpty()) {
            try {
                var first = queue.poll(NAP.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, BATCH - 1);
                    write(batch);
                    batch.forEach(written -> waiting.remove(written.id()));
                    batch.clear();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Waits for a database that is away; meanwhile the queue fills. */
    private void write(List<Refused> batch) throws InterruptedException {
        var byAccount = batch.stream().collect(Collectors.groupingBy(Refused::account));
        for (var of : byAccount.entrySet()) {
            while (!written(of.getKey(), of.getValue())) {
                if (!isRunning()) {
                    lose(of.getValue().size(), "the server stops while its database is away");
                    break;
                }
                Thread.sleep(NAP);
            }
        }
    }

    /** Whether there is nothing left to do: they are written, or can never be. */
    private boolean written(AccountId account, List<Refused> refused) {
        try {
            store.insert(account, refused);
            return true;
        } catch (DataAccessResourceFailureException | TransientDataAccessException passing) {
            return false;
        } catch (RuntimeException fault) {
            return refused.size() == 1 ? given(refused.getFirst(), fault) : oneByOne(account, refused);
        }
    }

    private boolean oneByOne(AccountId account, List<Refused> refused) {
        return refused.stream().allMatch(each -> written(account, List.of(each)));
    }

    private boolean given(Refused refused, RuntimeException fault) {
        LOG.error("The refusal {} cannot be kept", refused.id(), fault);
        lost.increment();
        return true;
    }

    private void lose(int number, String why) {
        lost.increment(number);
        var now = System.nanoTime();
        var last = complained.get();
        if (now - last >= BETWEEN_COMPLAINTS.toNanos() && complained.compareAndSet(last, now)) {
            LOG.warn("{}: refusals are answered but not kept, {} up to now", why, (long) lost.count());
        }
    }
}

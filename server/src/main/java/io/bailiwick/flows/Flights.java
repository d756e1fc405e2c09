package io.bailiwick.flows;

import io.bailiwick.kernel.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** What this node is delivering right now, each on a thread of its own. */
final class Flights {
    static final Duration FAREWELL = Duration.ofSeconds(8);

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Whoever has not answered for so long is slow. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);

    private final Map<UUID, Flight> byJob = new ConcurrentHashMap<>();
    private final FlowSettings settings;
    private final Runnable ended;

    /** @param ended what to do when one has come to its end */
    Flights(FlowSettings settings, Runnable ended) {
        this.settings = settings;
        this.ended = ended;
    }

    /** @param landed whether its endpoint has answered, so that only the writing down is left */
    private record Flight(AccountId account, UUID endpoint, Thread thread, long began, boolean landed) {
        Flight land() {
            return new Flight(account, endpoint, thread, began, true);
        }
    }

    void begin(Work work, UUID node, AccountId account, Running engine, Delivery delivery) {
        engine.enter();
        var thread = Thread.ofVirtual().name("delivery").unstarted(() -> {
            try {
                fly(work, node, account, engine, delivery);
            } finally {
                engine.leave();
                byJob.remove(delivery.job());
                ended.run();
            }
        });
        byJob.put(delivery.job(), new Flight(account, endpoint(engine, delivery), thread, System.nanoTime(), false));
        thread.start();
    }

    private static UUID endpoint(Running engine, Delivery delivery) {
        return engine.configuration()
                .flow(delivery.flow())
                .map(flow -> flow.to().id())
                .orElse(delivery.flow());
    }

    private void fly(Work work, UUID node, AccountId account, Running engine, Delivery delivery) {
        var outcome = engine.deliver(delivery);
        byJob.computeIfPresent(delivery.job(), (job, flight) -> flight.land());
        Thread.interrupted(); // it was only to end the wait for an answer
        try {
            work.settle(account, node, delivery, outcome, again(delivery, outcome));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn(
                    "What came of delivering {} cannot be written down; it is delivered again: {}",
                    delivery.message(),
                    away.getMessage());
        }
    }

    private @Nullable Duration again(Delivery delivery, Outcome outcome) {
        var to = outcome.to();
        if (outcome.isDelivered() || outcome.isForGood() || to == null || delivery.number() >= to.attempts()) {
            return null;
        }
        var wait = settings.retry().multipliedBy(1L << 2 * (delivery.number() - 1));
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    /** Ends the wait for endpoints that go on answering without coming to an end. */
    void hurry() {
        var longest = settings.timeout().multipliedBy(2).toNanos();
        byJob.values().stream()
                .filter(flight -> !flight.landed() && System.nanoTime() - flight.began() > longest)
                .forEach(flight -> flight.thread().interrupt());
    }

    /** How many are on their way whose endpoints are not slow. */
    int recent(AccountId account) {
        var now = System.nanoTime();
        return (int) byJob.values().stream()
                .filter(flight -> flight.account().equals(account) && now - flight.began() < SLOW.toNanos())
                .count();
    }

    /** How many are on their way to each endpoint. */
    Map<UUID, Integer> byEndpoint(AccountId account) {
        return byJob.values().stream()
                .filter(flight -> flight.account().equals(account))
                .collect(Collectors.toMap(Flight::endpoint, flight -> 1, Integer::sum));
    }

    Set<AccountId> accounts() {
        return byJob.values().stream().map(Flight::account).collect(Collectors.toSet());
    }

    /** Waits until all have come to their end; false when they have not in time. */
    boolean await(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var flight : byJob.values()) {
            var left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
            flight.thread().join(left);
        }
        return byJob.isEmpty();
    }
}

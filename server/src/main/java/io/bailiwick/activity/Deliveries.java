package io.bailiwick.activity;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bailiwick.flows.Delivery;
import io.bailiwick.flows.Lane;
import io.bailiwick.flows.Outcome;
import io.bailiwick.flows.Work;
import io.bailiwick.kernel.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be delivered; what comes to its end at the same time is written down together. */
@Component
class Deliveries implements Work {
    private static final int WRITERS = 1;
    private static final int AT_ONCE = 64;

    private final DeliveryStore store;
    private final Batching<Ended, Ended> batching = new Batching<>(WRITERS, AT_ONCE, this::settle);

    Deliveries(DeliveryStore store) {
        this.store = store;
    }

    private record Ended(AccountId account, Settled settled) {}

    @Override
    public List<AccountId> open() {
        return store.open();
    }

    @Override
    public List<Delivery> take(AccountId account, UUID node, int most, List<Lane> lanes, Duration lease) {
        return store.take(account, node, most, lanes, lease);
    }

    @Override
    public void hold(AccountId account, UUID node, Duration lease) {
        store.hold(account, node, lease);
    }

    @Override
    public void settle(AccountId account, UUID node, Delivery delivery, Outcome outcome, @Nullable Duration again) {
        batching.of(new Ended(account, new Settled(node, delivery, outcome, again)));
    }

    private List<Ended> settle(List<Ended> ended) {
        ended.stream()
                .collect(groupingBy(Ended::account, mapping(Ended::settled, toList())))
                .forEach(store::settle);
        return ended;
    }
}

package io.bailiwick.flows;

import io.bailiwick.kernel.AccountId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be delivered; answered above. A delivery that a node took is its own until its lease ends: then it was lost
 * with its node, and is taken again.
 */
public interface Work {
    /** Who has deliveries that are not at their end, whether they are due or not. */
    List<AccountId> open();

    /**
     * Takes deliveries that are due and holds them for the lease: the longest due of each endpoint, then the second of each,
     * and so on. Those of partners that are switched off wait.
     *
     * @param lanes the data flows that there are; deliveries by others may all be taken
     */
    List<Delivery> take(AccountId account, UUID node, int most, List<Lane> lanes, Duration lease);

    /** Holds on to what the node has taken, for the lease from now. */
    void hold(AccountId account, UUID node, Duration lease);

    /**
     * Writes down what came of a delivery that the node holds.
     *
     * @param again after how long it is tried again; null when it is not
     */
    void settle(AccountId account, UUID node, Delivery delivery, Outcome outcome, @Nullable Duration again);
}

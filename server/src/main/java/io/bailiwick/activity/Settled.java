package io.bailiwick.activity;

import io.bailiwick.flows.Configuration;
import io.bailiwick.flows.Delivery;
import io.bailiwick.flows.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that came to its end at a node.
 *
 * @param again after how long it is tried again; null when it is not
 */
record Settled(
        UUID node,
        Delivery delivery,
        Outcome outcome,
        @Nullable Duration again) {
    /** Where it arrived. */
    Configuration.Target to() {
        return Objects.requireNonNull(outcome.to());
    }
}

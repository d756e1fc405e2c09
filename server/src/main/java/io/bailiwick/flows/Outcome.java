package io.bailiwick.flows;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one try.
 *
 * @param to where it was delivered; null when the data flow is no more
 * @param took how long it took
 * @param status what the endpoint answered; null when it did not
 * @param reason why it failed, as a sentence; null when it was taken
 * @param isForGood whether trying again is of no use
 */
public record Outcome(
        Configuration.@Nullable Target to,
        Duration took,
        @Nullable Integer status,
        @Nullable String reason,
        boolean isForGood) {
    /** Whether the endpoint took the message. */
    public boolean isDelivered() {
        return reason == null;
    }
}

package io.bailiwick.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be delivered and is to be looked after.
 *
 * @param job the delivery that failed last
 * @param reason why it failed last, as a sentence
 * @param failures how many deliveries have failed since it was opened
 * @param comments how many there are
 * @param closedAt null while it is open
 * @param closedBy who closed it; null while it is open, and when the message was delivered after all
 */
public record Issue(
        UUID id,
        UUID message,
        UUID job,
        Message.Partner partner,
        String type,
        String endpoint,
        boolean open,
        String reason,
        int failures,
        int comments,
        Instant openedAt,
        Instant failedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        long version) {
    /** The word of its state on the wire. */
    public String state() {
        return (open ? IssueState.OPEN : IssueState.CLOSED).word();
    }
}

package io.bailiwick.activity;

import io.bailiwick.flows.Direction;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which messages are wanted; nothing given wants all.
 *
 * @param q the beginning of a reference, or an id
 * @param partner the key or id of a partner
 * @param from received then or later
 * @param to received before then
 */
public record MessageFilter(
        String q,
        String partner,
        @Nullable Direction direction,
        @Nullable MessageState state,
        String type,
        @Nullable Instant from,
        @Nullable Instant to) {
    /** Every message. */
    public static final MessageFilter ALL = new MessageFilter("", "", null, null, "", null, null);
}

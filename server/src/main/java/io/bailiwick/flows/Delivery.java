package io.bailiwick.flows;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One try to deliver a message.
 *
 * @param job the delivery that it belongs to
 * @param number which try of that delivery it is, from 1
 * @param flow the data flow that leads to the endpoint
 * @param partner the key of the partner that the message belongs to
 */
public record Delivery(
        UUID job,
        UUID message,
        int number,
        UUID flow,
        String partner,
        Direction direction,
        String type,
        String contentType,
        @Nullable String reference,
        byte[] body) {}

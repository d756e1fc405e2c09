package io.bailiwick.activity;

import io.bailiwick.flows.Direction;
import io.bailiwick.kernel.OneOf;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message as somebody sends it.
 *
 * @param partner key or id
 * @param direction `inbound` or `outbound`
 * @param type the type of a data flow
 * @param body a text, or JSON that is sent as such
 */
public record MessageForm(
        @Nullable String partner,
        @OneOf(Direction.class) @Nullable String direction,
        @Nullable String type,
        @Nullable JsonNode body) {}

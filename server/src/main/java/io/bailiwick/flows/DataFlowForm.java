package io.bailiwick.flows;

import io.bailiwick.kernel.OneOf;
import org.jspecify.annotations.Nullable;

/**
 * What is written of a data flow.
 *
 * @param accessPoint key or id
 * @param partner key or id
 * @param endpoint key or id
 * @param direction `inbound` or `outbound`
 * @param type 1 to 40 letters, digits, dots, hyphens and underscores
 */
public record DataFlowForm(
        @Nullable String accessPoint,
        @Nullable String partner,
        @Nullable String endpoint,
        @OneOf(Direction.class) @Nullable String direction,
        @Nullable String type) {
    static DataFlowForm of(DataFlow flow) {
        return new DataFlowForm(
                flow.accessPoint().key(),
                flow.partner().key(),
                flow.endpoint().key(),
                flow.direction().word(),
                flow.type());
    }
}

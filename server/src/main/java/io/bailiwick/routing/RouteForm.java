package io.bailiwick.routing;

import org.jspecify.annotations.Nullable;

/**
 * What is written of a route.
 *
 * @param prefix 1 to 15 digits, as in `4420` or `+44 20`
 * @param partner the key or id of a partner whose data the actor sees
 * @param priority 1 to 99; left out: 1
 * @param effectiveFrom an RFC 3339 time; left out: now
 */
public record RouteForm(
        @Nullable String prefix,
        @Nullable String partner,
        @Nullable Integer priority,
        @Nullable String effectiveFrom) {
    static RouteForm of(Route route) {
        return new RouteForm(
                route.prefix(),
                route.partner().key(),
                route.priority(),
                route.effectiveFrom().toString());
    }
}

package io.bailiwick.routing;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import java.util.UUID;

/** Names a route within an account. */
public record RouteId(UUID value) {
    /** @throws Refusal.NotFound when the text is no id, and so names no route */
    static RouteId read(String text) {
        return new RouteId(Ids.read(text, "route"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

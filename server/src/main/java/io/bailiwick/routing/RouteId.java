package io.bailiwick.routing;

import io.bailiwick.kernel.Refusal;
import java.util.UUID;

/** Names a route within an account. */
public record RouteId(UUID value) {
    /** @throws Refusal.NotFound when the text is no id, and so names no route */
    static RouteId read(String text) {
        try {
            return new RouteId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound("route");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package io.bailiwick.areas;

import java.util.UUID;

/** Names an area within an account. */
public record AreaId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

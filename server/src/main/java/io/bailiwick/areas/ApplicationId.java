package io.bailiwick.areas;

import java.util.UUID;

/** Names an application within an account. */
public record ApplicationId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

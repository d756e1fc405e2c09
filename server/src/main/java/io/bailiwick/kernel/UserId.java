package io.bailiwick.kernel;

import java.util.UUID;

/** Names a user within an account. */
public record UserId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

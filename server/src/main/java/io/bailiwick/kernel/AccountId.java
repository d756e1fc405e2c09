package io.bailiwick.kernel;

import java.util.UUID;

/** Names an account, a customer's environment. It leads every key and index. */
public record AccountId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

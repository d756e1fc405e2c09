package io.bailiwick.partners;

import java.util.UUID;

/** Names a reseller within an account. */
public record ResellerId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

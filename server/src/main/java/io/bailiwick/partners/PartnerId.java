package io.bailiwick.partners;

import java.util.UUID;

/** Names a partner within an account. */
public record PartnerId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

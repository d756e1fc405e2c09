package io.bailiwick.groups;

import java.util.UUID;

/** Names a group within an account. */
public record GroupId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}

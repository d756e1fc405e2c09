package io.bailiwick.kernel;

import java.util.UUID;

/** Names a user within an account. */
public record UserId(UUID value) {
    /** @throws Refusal.NotFound when the text is no id, and so names no user */
    public static UserId read(String text) {
        return new UserId(Ids.read(text, "user"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

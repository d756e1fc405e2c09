package io.bailiwick.contacts;

import io.bailiwick.kernel.Refusal;
import java.util.UUID;

/** Names a contact within an account. */
public record ContactId(UUID value) {
    /** @throws Refusal.NotFound when the text is no id, and so names no contact */
    static ContactId read(String text) {
        try {
            return new ContactId(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            throw new Refusal.NotFound("contact");
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

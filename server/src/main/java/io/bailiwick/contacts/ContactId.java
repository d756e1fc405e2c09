package io.bailiwick.contacts;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import java.util.UUID;

/** Names a contact within an account. */
public record ContactId(UUID value) {
    /** @throws Refusal.NotFound when the text is no id, and so names no contact */
    static ContactId read(String text) {
        return new ContactId(Ids.read(text, "contact"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

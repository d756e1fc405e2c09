package io.bailiwick.mail;

import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import java.util.UUID;

/** Names a mail within an account. */
public record MailId(UUID value) {
    /**
     * Reads an id from a path.
     *
     * @throws Refusal.NotFound when it cannot be one
     */
    static MailId read(String text) {
        return new MailId(Ids.read(text, "mail"));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

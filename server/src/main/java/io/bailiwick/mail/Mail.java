package io.bailiwick.mail;

import io.bailiwick.kernel.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox, without what it says.
 *
 * @param kind what it is for: `invitation`, `password-reset` …
 * @param user whom it is about, or null
 * @param secret whether it carries a link or a code, or did
 * @param wiped whether these were taken out since
 * @param tries how often it was tried since it was put here or sent again
 * @param reason why the last try failed, with what the mail server said in backticks; null when it did not
 * @param nextTryAt when it is tried again; of meaning only while it waits
 * @param sentAt when the mail server took it, or null
 */
public record Mail(
        MailId id,
        String kind,
        @Nullable UserId user,
        String name,
        String email,
        String subject,
        MailState state,
        boolean secret,
        boolean wiped,
        int tries,
        @Nullable String reason,
        Instant createdAt,
        Instant nextTryAt,
        @Nullable Instant sentAt,
        long version) {
    /** What the recipient is called: by name, or by address without one. */
    public String recipient() {
        return name.isEmpty() ? email : name;
    }

    /** Whether it carries a link or a code now. */
    public boolean isSecret() {
        return secret && !wiped;
    }
}

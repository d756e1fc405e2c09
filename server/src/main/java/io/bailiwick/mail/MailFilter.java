package io.bailiwick.mail;

import io.bailiwick.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which mails are wanted.
 *
 * @param q found anywhere in the recipient's name and address or the subject, in any case; empty for all
 * @param state only those in that state; null for all
 * @param kind only those of that kind; empty for all
 * @param user only those about that user; null for all
 */
public record MailFilter(
        String q,
        @Nullable MailState state,
        String kind,
        @Nullable UserId user) {
    /** Every mail. */
    public static final MailFilter ALL = new MailFilter("", null, "", null);
}

package io.bailiwick.invitations;

import org.jspecify.annotations.Nullable;

/**
 * What is typed besides the rights.
 *
 * @param emails the list, as pasted
 * @param note what the inviter has to say
 */
public record InviteFields(
        @Nullable String emails, @Nullable String note) {
    public InviteFields {
        emails = emails == null ? "" : emails;
        note = note == null ? "" : note;
    }

    InviteFields withEmails(String other) {
        return new InviteFields(other, note);
    }
}

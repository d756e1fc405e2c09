package io.bailiwick.invitations;

import io.bailiwick.kernel.UserId;
import io.bailiwick.users.OpenInvitations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An invitation that was not accepted yet.
 *
 * @param inviter who sent it last, or null for the server itself; need not be a user any more
 * @param inviterName his name when he sent it
 * @param inviterEmail his address when he sent it
 * @param note what he had to say; may be empty
 * @param expired whether its time is over, by the database's clock
 */
record Invitation(
        UserId user,
        @Nullable UserId inviter,
        String inviterName,
        String inviterEmail,
        String note,
        Instant sentAt,
        Instant expiresAt,
        boolean expired) {
    OpenInvitations.Invited outside() {
        return new OpenInvitations.Invited(inviterName, sentAt, expiresAt, expired);
    }
}

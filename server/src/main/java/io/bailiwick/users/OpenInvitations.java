package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What users ask of the module above that writes invitations. */
public interface OpenInvitations {
    /** How the invitations of these users stand; nothing of those who were not invited or have accepted. */
    Map<UserId, Invited> of(AccountId account, Collection<UserId> users);

    /**
     * An invitation that was not accepted yet.
     *
     * @param by the name of whoever sent it last
     * @param expired whether its time is over, by the database's clock
     */
    record Invited(String by, Instant sentAt, Instant expiresAt, boolean expired) {}
}

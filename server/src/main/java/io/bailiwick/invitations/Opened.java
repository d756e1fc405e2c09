package io.bailiwick.invitations;

import io.bailiwick.accounts.Account;
import io.bailiwick.users.User;
import java.time.Instant;

/**
 * An invitation in the hands of the one who was invited.
 *
 * @param account where he is invited to
 * @param user as he would be
 * @param invitedBy the name of whoever invites him
 * @param expiresAt when it is worth nothing any more
 */
public record Opened(Account account, User user, String invitedBy, Instant expiresAt) {}

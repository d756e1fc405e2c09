package io.bailiwick.invitations;

import io.bailiwick.accounts.Account;
import io.bailiwick.users.User;

/** Somebody has accepted and is a user now. */
public record Joined(Account account, User user) {}

package io.bailiwick.accounts;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Revision;

/** A write holds the account's lock: nothing changes until it ends, and it builds on that revision. */
public record AccountLocked(AccountId account, Revision revision) {}

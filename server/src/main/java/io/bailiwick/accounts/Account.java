package io.bailiwick.accounts;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Revision;

/**
 * A customer's environment.
 *
 * @param shortId stands in clear before the secret of every token of the account
 * @param revision how many changes it has seen
 */
public record Account(AccountId id, String shortId, String name, Revision revision) {}

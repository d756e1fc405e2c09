package io.bailiwick.sessions;

import io.bailiwick.kernel.AccountId;

/** Sessions of this account are other than the cache may hold, once this transaction commits. */
record SessionsChanged(AccountId account) {}

package io.bailiwick.billing;

import io.bailiwick.kernel.AccountId;

/** A balance fell too low; whoever tells people is woken when the transaction has committed. */
record AlertQueued(AccountId account) {}

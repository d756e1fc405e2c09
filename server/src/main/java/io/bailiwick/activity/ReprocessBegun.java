package io.bailiwick.activity;

import io.bailiwick.kernel.AccountId;

/** Somebody wished that everything is delivered again that matches. */
record ReprocessBegun(AccountId account) {}

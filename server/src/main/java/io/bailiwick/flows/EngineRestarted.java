package io.bailiwick.flows;

import io.bailiwick.kernel.AccountId;

/** An account's engine is to run with another generation of its configuration. */
record EngineRestarted(AccountId account) {}

package io.bailiwick.ui;

import io.bailiwick.kernel.AccountId;

/** Tells what an account is called; answered by the module that owns accounts. */
@FunctionalInterface
public interface AccountNames {
    /** The account's name as shown to its people. */
    String nameOf(AccountId account);
}

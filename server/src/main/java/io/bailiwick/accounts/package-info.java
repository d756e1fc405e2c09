/** Accounts, and the record of every change of policy and administration with the account's revision. */
@ApplicationModule(allowedDependencies = {"operations", "kernel", "tokens", "ui"})
@NullMarked
package io.bailiwick.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

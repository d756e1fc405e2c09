/** The audit log: it listens to what happens and writes it down in the same transaction; nobody edits it. */
@ApplicationModule(allowedDependencies = {"kernel", "accounts", "sessions", "mail", "signin", "users", "decisions"})
@NullMarked
package io.bailiwick.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

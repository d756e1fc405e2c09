/**
 * One-time links that leave in mails: each bound to an account, a purpose, a user and the address that he had, good once and
 * for a while. Owns no URL: whoever has a purpose has its page.
 */
@ApplicationModule(allowedDependencies = {"kernel", "tokens", "ui", "accounts", "users"})
@NullMarked
package io.bailiwick.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

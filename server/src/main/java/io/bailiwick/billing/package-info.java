/**
 * What partners owe: balance, credit limit, threshold and entries of each, and the mails when a balance falls too low. Owns
 * the URL prefixes {@code /billing} and {@code /me/alerts}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "guard",
            "http",
            "tokens",
            "ui",
            "accounts",
            "mail",
            "partners",
            "users",
            "me",
            "decisions"
        })
@NullMarked
package io.bailiwick.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

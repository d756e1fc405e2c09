/**
 * Proving that an e-mail address is one's own: by the link that is mailed to it, or by the code beside that link. Owns
 * {@code /verify}, {@code /me/verification}, {@code /users/{id}/verification} and the same below {@code /api/v1}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tokens",
            "http",
            "guard",
            "ui",
            "accounts",
            "mail",
            "users",
            "users::web",
            "links",
            "sessions",
            "signin"
        })
@NullMarked
package io.bailiwick.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Forgotten passwords: asking for a link by mail, and setting a new password by it. Owns {@code /forgotten}, {@code /reset}
 * and the same below {@code /api/v1}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "guard",
            "ui",
            "accounts",
            "mail",
            "users",
            "tokens",
            "links",
            "sessions",
            "signin"
        })
@NullMarked
package io.bailiwick.resets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

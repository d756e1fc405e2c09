/**
 * Invitations: people are invited by their addresses, one or a thousand at once, and accept by a link that carries no more
 * than whoever sent it could give, then and when it is accepted. Owns {@code /users/invite}, {@code /invitation} and
 * {@code /api/v1/invitations}; contributes to the page of a user.
 */
@ApplicationModule(
        allowedDependencies = {
            "operations",
            "kernel",
            "tokens",
            "http",
            "guard",
            "ui",
            "accounts",
            "users",
            "users :: web",
            "mail",
            "links",
            "sessions",
            "signin"
        })
@NullMarked
package io.bailiwick.invitations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

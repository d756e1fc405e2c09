/**
 * The decision point: each account's policy as an immutable snapshot that follows the change feed, the guard's answers,
 * explanations, previews, refusals as they are kept, and the endpoints at which proxies ask. It alone uses the engine. What
 * it decides by it reads from views; to the pages of {@code users} it adds what a user may do. Owns `/explain`,
 * `/decisions`, `/coverage` and `/authz`.
 */
@ApplicationModule(
        allowedDependencies = {
            "operations",
            "kernel",
            "guard",
            "http",
            "ui",
            "tokens",
            "database",
            "accounts",
            "network",
            "previews",
            "groups",
            "users",
            "sessions",
            "signin"
        })
@NullMarked
package io.bailiwick.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The decision point: each account's policy as an immutable snapshot that follows the change feed, the guard's answers,
 * explanations, previews, and the endpoints at which proxies ask. It alone uses the engine.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "guard",
            "http",
            "ui",
            "tokens",
            "database",
            "accounts",
            "network",
            "sessions",
            "previews"
        })
@NullMarked
package io.bailiwick.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What goes through: messages with their bodies and what became of them, jobs (one delivery each), issues on what failed
 * with their comments, and delivering again. Owns {@code /messages}, {@code /jobs} and {@code /issues}.
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
            "mail",
            "partners",
            "users",
            "sessions",
            "flows"
        })
@NullMarked
package io.bailiwick.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

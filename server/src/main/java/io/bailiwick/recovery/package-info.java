/**
 * The way back in when nobody can sign in: a command on the server's machine hands out a one-time link for an
 * Administrator. Owns {@code /recover} and the command line.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tokens",
            "database",
            "http",
            "guard",
            "ui",
            "accounts",
            "users",
            "links",
            "sessions",
            "signin"
        })
@NullMarked
package io.bailiwick.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

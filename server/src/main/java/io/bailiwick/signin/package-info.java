/**
 * The doors: signing in and out, the counter of failed attempts that all doors share, and the set-up of a new
 * installation. Owns `/sign-in`, `/sign-out`, `/setup`, `/api/v1/session` and
 * `/users/{id}/unlock`.
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
            "areas",
            "users",
            "users::web",
            "sessions"
        })
@NullMarked
package io.bailiwick.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Sessions of signed-in people, and everything that stands between a browser and a handler: cookies, CSRF tokens, security
 * headers, the shape of paths. A session is an opaque secret in a cookie; its SHA-256 lies in the database. Owns
 * `/api/v1/me/sessions`.
 */
@ApplicationModule(
        allowedDependencies = {
            "operations",
            "kernel",
            "database",
            "tokens",
            "http",
            "guard",
            "ui",
            "network",
            "accounts",
            "users"
        })
@NullMarked
package io.bailiwick.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The people of an account: what each is called, may do, sees and signs in with, and which groups each is in. Owns
 * {@code /users} and {@code /api/v1/users}.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "operations",
            "tokens",
            "http",
            "guard",
            "ui",
            "previews",
            "network",
            "accounts",
            "mail",
            "partners",
            "groups"
        })
@NullMarked
package io.bailiwick.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

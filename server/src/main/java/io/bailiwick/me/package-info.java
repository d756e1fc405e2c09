/**
 * Oneself: the own profile, password and open sessions, for everybody who is signed in. Owns {@code /me} and
 * {@code /api/v1/me}, but not the calls on sessions below it.
 */
@ApplicationModule(allowedDependencies = {"kernel", "guard", "http", "ui", "accounts", "users", "sessions", "signin"})
@NullMarked
package io.bailiwick.me;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Tells people by mail what was done to their way of signing in. It listens, and nobody imports it. */
@ApplicationModule(allowedDependencies = {"kernel", "http", "ui", "accounts", "mail", "users"})
@NullMarked
package io.bailiwick.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * Which partner takes the calls to which numbers: prefixes with priority and the time from which they count, and the lookup
 * of a number. Owns the URL prefix {@code /routing}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "guard", "http", "tokens", "ui", "accounts", "partners"})
@NullMarked
package io.bailiwick.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The page on which one sees how things go: messages, failures, endpoints, issues and jobs in numbers, and for Administrators
 * who came in and who was refused. It listens to who signs in, and nobody imports it. Owns {@code /dashboard} and
 * {@code /api/v1/dashboard}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "guard", "ui", "users", "signin", "activity"})
@NullMarked
package io.bailiwick.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

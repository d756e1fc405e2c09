/**
 * People at partners, whom one calls or writes to. Owns the URL prefix {@code /contacts}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "guard", "http", "tokens", "ui", "accounts", "partners", "users"})
@NullMarked
package io.bailiwick.contacts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

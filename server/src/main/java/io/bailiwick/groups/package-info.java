/**
 * Groups: default access, rules on areas, and the mode that says how the two go together. It owns the URL prefix
 * {@code /groups}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "accounts", "guard", "http", "tokens", "ui", "previews", "areas"})
@NullMarked
package io.bailiwick.groups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

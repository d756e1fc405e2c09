/**
 * Partners, to whom pieces of business data belong, and resellers, to whom partners may belong. It owns the URL prefixes
 * {@code /partners} and {@code /resellers}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "accounts", "guard", "http", "tokens", "ui", "previews"})
@NullMarked
package io.bailiwick.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

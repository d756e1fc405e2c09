/** What every module speaks of: who acts, what changed, a page of a list, and the refusals that one place maps to HTTP. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.bailiwick.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

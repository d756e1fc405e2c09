/**
 * The one guard: every handler declares its area and action with {@link io.bailiwick.guard.Guarded}, every request is
 * judged by that declaration, and every façade asks the same three questions. The answers come from `decisions`.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.bailiwick.guard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What whoever runs the server meets: settings that are checked all at once, a refusal to start in plain words,
 * the line that says it is ready, and the management port with {@code /healthz}, {@code /readyz} and {@code /metrics}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.bailiwick.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

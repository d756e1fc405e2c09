/**
 * How messages go: access points that take them, data flows that say which way, endpoints that get them, and the engine
 * that carries them, on Apache Camel. It keeps no messages: {@link io.bailiwick.flows.Intake} and
 * {@link io.bailiwick.flows.Work} are answered above. Owns {@code /endpoints}, {@code /access-points}, {@code /data-flows},
 * {@code /engine} and {@code /receive}.
 */
@ApplicationModule(
        allowedDependencies = {"operations", "kernel", "tokens", "http", "guard", "ui", "accounts", "partners"})
@NullMarked
package io.bailiwick.flows;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

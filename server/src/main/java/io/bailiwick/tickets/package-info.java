/**
 * Tickets: what people ask those who run the panel, and the answers. Owns {@code /tickets} and {@code /api/v1/tickets}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "tokens", "http", "guard", "ui", "mail"})
@NullMarked
package io.bailiwick.tickets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The kit that every screen is built from: layout, components (templates under {@code ui/}), texts, static files and
 * error pages. It owns the URL prefixes {@code /assets}, {@code /theme} and, in development, {@code /styleguide}.
 * How to use it is told in {@code docs/ui.md}.
 */
@ApplicationModule(allowedDependencies = {"guard", "http", "kernel"})
@NullMarked
package io.bailiwick.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

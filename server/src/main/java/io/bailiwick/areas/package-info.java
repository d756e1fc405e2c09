/**
 * Applications, their areas (a name, path patterns, a gate), and how areas come from an OpenAPI document. The panel's
 * own areas are made from its handlers' declarations. Owns the URL prefixes {@code /applications} and {@code /areas}.
 */
@ApplicationModule(
        allowedDependencies = {"kernel", "tokens", "http", "guard", "ui", "previews", "database", "accounts"})
@NullMarked
package io.bailiwick.areas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

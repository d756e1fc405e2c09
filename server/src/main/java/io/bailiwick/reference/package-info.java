/**
 * What the API takes and answers, as an OpenAPI document that is made from the handlers, and a page to read it. Owns
 * {@code /openapi.json} and {@code /docs}.
 */
@ApplicationModule(allowedDependencies = {"kernel", "http", "guard", "ui"})
@NullMarked
package io.bailiwick.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** The conventions that the REST API and the screens share: problem details, preconditions, pages, patches, limits. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.bailiwick.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

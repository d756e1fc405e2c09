/** Where a request comes from: the client's address behind trusted proxies, and which proxies are trusted. */
@ApplicationModule(allowedDependencies = {"operations"})
@NullMarked
package io.bailiwick.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

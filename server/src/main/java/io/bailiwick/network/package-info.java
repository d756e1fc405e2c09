/**
 * Where a request comes from: the client's address behind trusted proxies, which proxies are trusted, and allow-lists as
 * people write them.
 */
@ApplicationModule(allowedDependencies = {"operations"})
@NullMarked
package io.bailiwick.network;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

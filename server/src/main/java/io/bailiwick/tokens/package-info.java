/**
 * Strings that only the server can make: cursors of pages, confirmations of consequences, and secrets with their hashes;
 * and how lists are read by them and by what is typed into a search.
 */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package io.bailiwick.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What must hold of the whole server, whichever module serves a request. */
@NullMarked
package io.bailiwick.security;

import org.jspecify.annotations.NullMarked;

/** A real browser for the tests of screens. */
@NullMarked
package io.bailiwick.browser;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.bailiwick.routing;

import org.jspecify.annotations.NullMarked;

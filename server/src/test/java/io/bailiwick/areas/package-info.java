@NullMarked
package io.bailiwick.areas;

import org.jspecify.annotations.NullMarked;

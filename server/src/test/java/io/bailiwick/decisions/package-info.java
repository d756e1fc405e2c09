@NullMarked
package io.bailiwick.decisions;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.bailiwick.dashboard;

import org.jspecify.annotations.NullMarked;

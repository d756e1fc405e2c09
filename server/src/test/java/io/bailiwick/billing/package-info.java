@NullMarked
package io.bailiwick.billing;

import org.jspecify.annotations.NullMarked;

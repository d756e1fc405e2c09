/** What is promised under fault: the database away, several nodes, processes killed. */
@NullMarked
package io.bailiwick.faults;

import org.jspecify.annotations.NullMarked;

/** JMH: one class per question, on worlds that every peer can express. */
@NullMarked
package io.bailiwick.benchmarks;

import org.jspecify.annotations.NullMarked;

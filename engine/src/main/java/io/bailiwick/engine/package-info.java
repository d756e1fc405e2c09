/** Policies, subjects, decisions, explanations and differences. For whoever decides. */
@NullMarked
package io.bailiwick.engine;

import org.jspecify.annotations.NullMarked;

/**
 * What it means to decide as Bailiwick does: scenario files that each state one rule of the access model, a reference
 * engine written to be read, random worlds, and the suite that any implementation can be run through.
 *
 * <p>An implementation takes part as a {@link io.bailiwick.conformance.Candidate}; one whose people can change their world
 * is an {@link io.bailiwick.conformance.Administration} besides, of which scenarios hold the guard rails. The words of a {@link
 * io.bailiwick.conformance.World} are those of the access model and deliberately none of the engine's types: the
 * reference shares no code with what it checks.
 */
@NullMarked
package io.bailiwick.conformance;

import org.jspecify.annotations.NullMarked;

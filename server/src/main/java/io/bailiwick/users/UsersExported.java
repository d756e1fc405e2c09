package io.bailiwick.users;

import io.bailiwick.kernel.Actor;

/**
 * Somebody takes a list of users away as a file.
 *
 * @param search the search that finds them
 * @param sort the fields they are sorted by
 * @param matches how many they are when it begins
 * @param matchesAreAtLeast whether they may be more
 */
public record UsersExported(Actor actor, String search, String sort, long matches, boolean matchesAreAtLeast) {}

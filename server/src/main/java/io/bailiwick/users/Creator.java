package io.bailiwick.users;

import org.jspecify.annotations.Nullable;

/**
 * Who created a user.
 *
 * @param email where to reach him; null when he is no active user any more
 */
public record Creator(String name, @Nullable String email) {}

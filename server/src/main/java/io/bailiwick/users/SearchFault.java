package io.bailiwick.users;

import org.jspecify.annotations.Nullable;

/**
 * What of a search means nothing.
 *
 * @param message what is wrong and what to do
 * @param better the whole search as it was probably meant, or null
 */
public record SearchFault(String message, @Nullable String better) {}

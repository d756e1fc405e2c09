package io.bailiwick.users;

import org.jspecify.annotations.Nullable;

/**
 * A saved view as somebody wants it.
 *
 * @param name 1 to 60 characters on one line
 * @param q a search in which every word means something
 * @param sort as of a page; by name when left out
 */
public record SavedViewForm(
        @Nullable String name, @Nullable String q, @Nullable String sort) {}

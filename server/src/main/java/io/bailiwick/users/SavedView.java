package io.bailiwick.users;

import java.util.UUID;

/**
 * A search that somebody keeps for himself.
 *
 * @param name what its tab says; one person's names differ, whatever their case
 * @param q the search, as typed
 * @param sort the order, as of a page; empty is by name
 */
public record SavedView(UUID id, String name, String q, String sort) {}

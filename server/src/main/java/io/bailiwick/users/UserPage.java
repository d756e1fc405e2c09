package io.bailiwick.users;

import io.bailiwick.kernel.Page;
import org.jspecify.annotations.Nullable;

/**
 * One page of users.
 *
 * @param page the users that match
 * @param previous where the page before begins, to be asked for as {@code after}; null on the first page
 * @param accountTotal how many users there are whether they match or not; exact
 */
public record UserPage(Page<User> page, @Nullable String previous, long accountTotal) {}

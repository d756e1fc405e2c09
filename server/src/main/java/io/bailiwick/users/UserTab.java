package io.bailiwick.users;

/**
 * A tab on the page of a user; any module may contribute one as a bean and answers under its address.
 *
 * @param order its place among the others
 * @param title the message key of what it says
 * @param path what follows the user's own address, such as {@code /sessions}; empty for the first tab
 */
public record UserTab(int order, String title, String path) {}

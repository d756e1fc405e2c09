package io.bailiwick.groups;

/**
 * A tab on the page of a group; any module may contribute one as a bean and answers under its address.
 *
 * @param order its place among the others
 * @param title the message key of what it says
 * @param path what follows the group's own address, such as {@code /members}; empty for the first tab
 */
public record GroupTab(int order, String title, String path) {}

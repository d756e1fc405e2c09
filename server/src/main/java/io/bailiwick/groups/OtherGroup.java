package io.bailiwick.groups;

/**
 * Another group in which members of a group are.
 *
 * @param members how many of them are in it, as far as the reader sees
 */
public record OtherGroup(GroupId id, String name, long members) {}

package io.bailiwick.groups;

/**
 * One difference between a group before and after, in words.
 *
 * @param what the field, or the rule with its area between backticks
 * @param before empty when there was nothing
 * @param after empty when there is nothing
 */
public record GroupDifference(String what, String before, String after) {}

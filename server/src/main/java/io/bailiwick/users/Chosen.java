package io.bailiwick.users;

/**
 * The set of users whom a search finds now.
 *
 * @param total how many they are
 * @param version stands for exactly this set
 */
public record Chosen(int total, String version) {}

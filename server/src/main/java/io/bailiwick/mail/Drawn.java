package io.bailiwick.mail;

/**
 * A letter as it is read.
 *
 * @param subject its subject
 * @param html a whole page, which asks for nothing from outside
 * @param text the same for those who read no HTML
 */
public record Drawn(String subject, String html, String text) {}

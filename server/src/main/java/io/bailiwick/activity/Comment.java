package io.bailiwick.activity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said about an issue.
 *
 * @param author the user who said it; null when it was the server itself
 * @param name what he was called then
 */
public record Comment(UUID id, @Nullable UUID author, String name, String text, Instant at) {}

package io.bailiwick.activity;

import java.util.UUID;

/**
 * Messages that can all be delivered again at once.
 *
 * @param messages how many there are that have come to their end
 * @param busy how many more match that are still being delivered, and are left out
 * @param behind every one of them was made before this id: what comes in later is not meant
 */
public record Matching(long messages, long busy, UUID behind) {}

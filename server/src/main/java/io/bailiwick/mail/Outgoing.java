package io.bailiwick.mail;

import java.time.Instant;
import java.util.UUID;

/**
 * A letter that is due.
 *
 * @param email where it goes
 * @param letter the letter as it is stored
 * @param queuedAt when it was put into the outbox, or sent again
 * @param tries how often it was tried since then
 * @param stale whether it lay there longer than letters are tried for
 */
record Outgoing(UUID id, String email, String letter, Instant queuedAt, int tries, boolean stale) {}

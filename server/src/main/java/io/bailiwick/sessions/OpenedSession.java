package io.bailiwick.sessions;

import io.bailiwick.tokens.Secret;

/**
 * A session with its secret, which is told once and only to the browser.
 *
 * @param secret what the cookie holds
 */
public record OpenedSession(Session session, Secret secret) {}

package io.bailiwick.me;

import io.bailiwick.sessions.SeenSession;
import java.time.Instant;
import java.util.UUID;

/**
 * One open session on the profile.
 *
 * @param device what it is used with, in words
 * @param handheld whether that is held in the hand
 * @param current whether the page is shown in it
 */
public record OpenSession(
        UUID id,
        String device,
        boolean handheld,
        String address,
        Instant createdAt,
        Instant lastSeenAt,
        boolean current) {
    static OpenSession of(SeenSession session, UUID current) {
        return new OpenSession(
                session.id(),
                session.device(),
                session.isHandheld(),
                session.address(),
                session.createdAt(),
                session.lastSeenAt(),
                session.id().equals(current));
    }
}

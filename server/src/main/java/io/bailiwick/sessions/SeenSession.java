package io.bailiwick.sessions;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of a user's list of open sessions.
 *
 * @param lastSeenAt when it was last used, some ten seconds behind
 * @param address the client's address at sign-in
 * @param userAgent what the browser called itself at sign-in
 */
public record SeenSession(UUID id, Instant createdAt, Instant lastSeenAt, String address, String userAgent) {
    /** What it is used with, in words: {@code Firefox on Windows}. */
    public String device() {
        return Devices.words(userAgent);
    }

    /** Whether that is something held in the hand. */
    public boolean isHandheld() {
        return userAgent.contains("Mobile") || userAgent.contains("Android") || userAgent.contains("iPad");
    }
}

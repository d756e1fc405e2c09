package io.bailiwick.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail with what it says, as far as its reader may know.
 *
 * @param tries each time that it was tried, newest first
 * @param letter what it says; without link and code when these are hidden
 * @param hidden why link and code are hidden, in a sentence; null when they are not, or there are none
 * @param obstacle why the actor cannot send it again, in a sentence; null when nothing stands against it
 */
public record OpenedMail(
        Mail mail,
        List<Try> tries,
        Letter letter,
        @Nullable String hidden,
        @Nullable String obstacle) {
    public OpenedMail {
        tries = List.copyOf(tries);
    }

    /**
     * One time that it was tried.
     *
     * @param reason why it was not taken; null when it was
     */
    public record Try(Instant at, @Nullable String reason) {}
}

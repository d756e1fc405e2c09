package io.bailiwick.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One mail with what it says, as far as its reader may know.
 *
 * @param tries each time that it was tried, newest first
 * @param letter what it says; null when that is hidden
 * @param hidden why it is hidden, in a sentence; null when it is not
 */
public record OpenedMail(
        Mail mail,
        List<Try> tries,
        @Nullable Letter letter,
        @Nullable String hidden) {
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

package io.bailiwick.ui;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Tells moments to readers: on screens, and in mails, which are written in the zone of whoever gets them. */
public final class Timekeeper {
    private final MessageSource messages;
    private final Clock clock;

    Timekeeper(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** Moments for a reader in that zone. */
    public Times in(ZoneId zone) {
        return new Times(new Texts(messages, Locale.ENGLISH), clock, zone);
    }
}

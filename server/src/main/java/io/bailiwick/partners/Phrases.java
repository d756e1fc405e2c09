package io.bailiwick.partners;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The texts that a controller hands to the kit. */
final class Phrases {
    private final MessageSource messages;

    Phrases(MessageSource messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}

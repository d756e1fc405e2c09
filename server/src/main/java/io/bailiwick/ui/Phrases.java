package io.bailiwick.ui;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;

/** The texts that a controller hands to the kit; a template asks its {@link Ui}. */
public final class Phrases {
    private final MessageSource messages;

    Phrases(MessageSource messages) {
        this.messages = messages;
    }

    /** A text from the message files, with its arguments. */
    public String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** A text without arguments, if there is one. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(messages.getMessage(key, null, null, Locale.ENGLISH));
    }
}

package io.bailiwick.areas;

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

    /** A consequence in words. */
    String of(Consequence consequence) {
        var key = "areas.consequence." + consequence.kind();
        if (consequence.kind().equals(Consequence.REACH)) {
            key += consequence.before() == null ? ".more" : ".less";
        }
        return text(
                key,
                consequence.area(),
                consequence.path() == null ? "" : consequence.path(),
                consequence.before() == null ? "" : consequence.before(),
                consequence.after() == null ? "" : consequence.after());
    }
}

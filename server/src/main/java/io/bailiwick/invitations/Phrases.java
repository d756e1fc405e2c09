package io.bailiwick.invitations;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Verdicts in words. */
@Component
class Phrases {
    private final MessageSource messages;

    Phrases(MessageSource messages) {
        this.messages = messages;
    }

    /** Why an address is not invited, in a few words; null when it is. */
    @Nullable
    String reason(Verdict verdict) {
        return switch (verdict.finding()) {
            case READY -> null;
            case DUPLICATE -> text("duplicate", verdict.sameAs());
            case ALREADY_A_USER -> text(verdict.pending() ? "pending" : "known");
            case INVALID -> text("invalid." + verdict.reason());
        };
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage("invitations.verdict." + key, arguments, Locale.ENGLISH);
    }
}

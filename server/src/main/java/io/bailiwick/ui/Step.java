package io.bailiwick.ui;

import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation: a gate, what it looked at, and how it judged.
 *
 * @param outcome how it judged
 * @param title what it says, in a few words
 * @param detail what it looked at, null for nothing more
 * @param deciding whether the verdict rests on it
 */
public record Step(Outcome outcome, String title, @Nullable String detail, boolean deciding) {
    /** A step that the verdict does not rest on alone. */
    public Step(Outcome outcome, String title, @Nullable String detail) {
        this(outcome, title, detail, false);
    }

    /** How a step judged. */
    public enum Outcome {
        /** It let the request through. */
        OPEN,
        /** It closed. */
        CLOSED,
        /** It was not asked. */
        SKIPPED
    }

    /** The style class. */
    public String style() {
        return switch (outcome) {
            case OPEN -> "ok";
            case CLOSED -> "no";
            case SKIPPED -> "";
        };
    }

    /** The symbol. */
    public String icon() {
        return switch (outcome) {
            case OPEN -> "check";
            case CLOSED -> "x";
            case SKIPPED -> "minus";
        };
    }

    /** The message key of the outcome in a word. */
    public String word() {
        return "ui.why." + outcome.name().toLowerCase(java.util.Locale.ROOT);
    }
}

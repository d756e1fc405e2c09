package io.bailiwick.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an explanation: a gate, what it looked at, and how it judged.
 *
 * @param outcome how it judged
 * @param title what it says, in a few words
 * @param detail what it looked at, null for nothing more
 * @param deciding whether the verdict rests on it
 * @param remedy what would have to change for it to open, null when it is open
 * @param links where what it looked at can be looked at and changed
 */
public record Step(
        Outcome outcome,
        String title,
        @Nullable String detail,
        boolean deciding,
        @Nullable String remedy,
        List<Link> links) {
    public Step {
        links = List.copyOf(links);
    }

    /** A step that leads nowhere. */
    public Step(Outcome outcome, String title, @Nullable String detail, boolean deciding) {
        this(outcome, title, detail, deciding, null, List.of());
    }

    /** A step that the verdict does not rest on alone. */
    public Step(Outcome outcome, String title, @Nullable String detail) {
        this(outcome, title, detail, false);
    }

    /**
     * Where something can be changed; shown to those whom the sidebar leads to its list.
     *
     * @param list the page of the sidebar under which it lies
     */
    public record Link(String text, String href, String list) {}

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

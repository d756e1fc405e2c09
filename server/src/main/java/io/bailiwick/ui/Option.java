package io.bailiwick.ui;

import org.jspecify.annotations.Nullable;

/**
 * One thing that can be chosen in a select, radio cards, a check list or a facet.
 *
 * @param value what is sent
 * @param label what is shown
 * @param hint a second, quieter line, null for none
 * @param locked why it cannot be chosen, in a sentence; null when it can
 */
public record Option(
        String value,
        String label,
        @Nullable String hint,
        @Nullable String locked) {
    /** A plain option. */
    public static Option of(String value, String label) {
        return new Option(value, label, null, null);
    }

    /** An option with a second line. */
    public static Option of(String value, String label, String hint) {
        return new Option(value, label, hint, null);
    }

    /** The same option, which cannot be chosen for the reason given. */
    public Option lockedBecause(String reason) {
        return new Option(value, label, hint, reason);
    }
}

package io.bailiwick.conformance;

import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param gate the first gate that was closed; {@code null} when allowed
 * @param sight the scope to filter collections by; {@code null} when denied, or allowed without a user (gate public)
 */
public record Decision(@Nullable Gate gate, @Nullable Sight sight) {

    /** Allowed, within that scope. */
    public static Decision allowed(@Nullable Sight sight) {
        return new Decision(null, sight);
    }

    /** Denied at that gate. */
    public static Decision denied(Gate gate) {
        return new Decision(gate, null);
    }

    /** Whether every gate was open. */
    public boolean allowed() {
        return gate == null;
    }

    @Override
    public String toString() {
        return gate != null ? "denied at " + Words.of(gate) : sight == null ? "allowed" : "allowed, sees " + sight;
    }
}

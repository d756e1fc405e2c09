package io.bailiwick.flows;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How an account's engine is.
 *
 * @param generation counts the restarts
 * @param pending how many changes it does not run with yet
 * @param inFlight how many messages are still being delivered by what it ran with before
 * @param reason why it could not be restarted, or null
 */
public record EngineState(
        State state,
        long generation,
        long pending,
        int inFlight,
        @Nullable String reason,
        @Nullable Instant restartedAt,
        @Nullable String restartedBy) {
    /** What it does. */
    public enum State {
        /** It was never started. */
        STOPPED("mu", "ban"),
        /** It takes up what was changed. */
        RESTARTING("ac", "refresh"),
        /** It delivers. */
        RUNNING("ok", "circle-check"),
        /** It could not be started. */
        FAILED("no", "circle-x");

        private final String tone;
        private final String icon;

        State(String tone, String icon) {
            this.tone = tone;
            this.icon = icon;
        }

        /** The word on the wire. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The message key of its name. */
        public String label() {
            return "flows.engine.state." + word();
        }

        /** The tone of its badge. */
        public String tone() {
            return tone;
        }

        /** The symbol beside its name. */
        public String icon() {
            return icon;
        }
    }
}

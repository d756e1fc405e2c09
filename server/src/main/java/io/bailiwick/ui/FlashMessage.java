package io.bailiwick.ui;

import java.util.List;

/**
 * What one page tells the next: kept as a message's key and arguments, never as text.
 *
 * @param kind how it looks
 * @param key of the message
 * @param arguments for the message, at most five
 */
public record FlashMessage(Kind kind, String key, List<String> arguments) {
    /** How a message looks. */
    public enum Kind {
        /** It worked. */
        DONE,
        /** It worked, but something needs attention. */
        WARNING,
        /** It did not work. */
        FAILED;

        /** The symbol beside the message. */
        public String icon() {
            return switch (this) {
                case DONE -> "circle-check";
                case WARNING -> "alert-triangle";
                case FAILED -> "circle-x";
            };
        }

        /** The style class. */
        public String style() {
            return switch (this) {
                case DONE -> "ok";
                case WARNING -> "wa";
                case FAILED -> "no";
            };
        }
    }
}

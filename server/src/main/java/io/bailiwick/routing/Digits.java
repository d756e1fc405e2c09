package io.bailiwick.routing;

import java.util.Optional;
import java.util.regex.Pattern;

/** The digits of a number or of its beginning, however it is written. */
final class Digits {
    private static final Pattern WRITTEN = Pattern.compile("\\+?[0-9][0-9 ()./-]*");
    private static final int MOST = 15;

    private Digits() {}

    /** 1 to 15 digits; empty when the text is anything else. */
    static Optional<String> of(String typed) {
        var text = typed.strip();
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        var digits = text.replaceAll("[^0-9]", "");
        return digits.length() > MOST ? Optional.empty() : Optional.of(digits);
    }
}

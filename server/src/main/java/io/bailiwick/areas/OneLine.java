package io.bailiwick.areas;

import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of people that stand on one line. */
final class OneLine {
    /** Controls, line and paragraph separators, whatever turns the direction of its surroundings, halves of pairs. */
    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]");

    private OneLine() {}

    /**
     * The text without white space around it.
     *
     * @param most how many characters it may have
     * @param faults what is wrong with it is added here
     */
    static String read(String field, @Nullable String text, int most, List<Fault> faults) {
        var stripped = text == null ? "" : text.strip();
        var length = stripped.codePointCount(0, stripped.length());
        if (length == 0 || length > most) {
            faults.add(new Fault(field, "Write 1 to " + most + " characters."));
        } else if (UNFIT.matcher(stripped).find()) {
            faults.add(new Fault(
                    field, "Write it on one line, without control characters and marks that turn the writing around."));
        }
        return stripped;
    }
}

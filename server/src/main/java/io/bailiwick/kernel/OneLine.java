package io.bailiwick.kernel;

import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Texts of one line that people type, such as names: what they may hold, wherever they are typed. */
public final class OneLine {
    private OneLine() {}

    /**
     * The text without white space around it.
     *
     * @param most how many characters it may have
     * @param faults what is wrong with it is added here
     */
    public static String read(String field, @Nullable String text, int most, List<Fault> faults) {
        var stripped = text == null ? "" : text.strip();
        var length = stripped.codePointCount(0, stripped.length());
        if (length == 0 || length > most) {
            faults.add(new Fault(field, "Write 1 to " + most + " characters."));
        } else if (!isClean(stripped)) {
            faults.add(new Fault(
                    field, "Write it on one line, without control characters and marks that turn the writing around."));
        }
        return stripped;
    }

    /** Whether it holds nothing that breaks a line, hides, or turns the direction of what follows. */
    public static boolean isClean(String text) {
        return text.codePoints().noneMatch(OneLine::isForbidden);
    }

    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> isDirection(point);
        };
    }

    /** Embeddings, overrides and isolates; the marks that stand between letters stay, as names in some scripts need them. */
    private static boolean isDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}

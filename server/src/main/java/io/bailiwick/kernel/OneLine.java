package io.bailiwick.kernel;

import io.bailiwick.kernel.Refusal.Invalid.Fault;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts of one line that people type, such as names: what they may hold, wherever they are typed. */
public final class OneLine {
    private static final Pattern IGNORABLE = Pattern.compile(
            "[\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2065\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\uFFF0-\\uFFF8"
                    + "\\x{E0000}-\\x{E0FFF}]");

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
        if (isBlank(stripped) || length > most) {
            faults.add(new Fault(field, "Write 1 to " + most + " characters."));
        } else if (!isClean(stripped)) {
            faults.add(new Fault(
                    field, "Write it on one line, without control characters and marks that turn the writing around."));
        }
        return stripped;
    }

    /** Whether nothing of it can be seen: it is empty, or all white space and characters that take no room or leave it blank. */
    public static boolean isBlank(String text) {
        return text.codePoints().allMatch(OneLine::isInvisible);
    }

    /** Whether it holds nothing that breaks a line, hides, or turns the direction of what follows. */
    public static boolean isClean(String text) {
        return text.codePoints().noneMatch(OneLine::isForbidden);
    }

    /** All that is a space or a format character, what else Unicode has default-ignorable, and the Braille pattern without a dot. */
    private static boolean isInvisible(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT
                || IGNORABLE.matcher(Character.toString(point)).matches();
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

package io.bailiwick.mail;

import java.util.function.IntPredicate;

/** What of a text may stand in a mail. */
final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** One line for a header: nothing that ends it, turns its direction or cannot be seen; at most so many characters. */
    static String ofHeader(String text, int most) {
        var line = new StringBuilder();
        text.codePoints()
                .map(point -> isSpace(point) ? ' ' : point)
                .filter(isInvisible().negate())
                .limit(2L * most)
                .forEach(line::appendCodePoint);
        var plain = line.toString().replaceAll(" {2,}", " ").strip();
        return plain.codePointCount(0, plain.length()) <= most
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Lines for the body: all that can be shown stays as it is. */
    static String ofBody(String text) {
        var lines = new StringBuilder();
        text.replace("\r\n", "\n")
                .replace('\r', '\n')
                .codePoints()
                .filter(point -> point == '\n' || point == '\t' || !Character.isISOControl(point))
                .map(point -> Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point)
                .forEach(lines::appendCodePoint);
        return lines.toString();
    }

    private static boolean isSpace(int point) {
        return Character.isISOControl(point) || Character.isSpaceChar(point);
    }

    private static IntPredicate isInvisible() {
        return point -> switch (Character.getType(point)) {
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> isFiller(point);
        };
    }

    /** What Unicode calls ignorable although it counts as a letter or a mark, and the empty Braille cell. */
    private static boolean isFiller(int point) {
        return switch (point) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default ->
                point >= 0x180B && point <= 0x180F
                        || point >= 0xFE00 && point <= 0xFE0F
                        || point >= 0xE0100 && point <= 0xE01EF;
        };
    }
}

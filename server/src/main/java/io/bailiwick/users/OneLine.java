package io.bailiwick.users;

/** Texts of one line that people type: what they may hold. */
final class OneLine {
    private OneLine() {}

    /** Whether it holds nothing that breaks a line, hides, or turns the direction of what follows. */
    static boolean isClean(String text) {
        return text.codePoints().noneMatch(OneLine::isForbidden);
    }

    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> isDirection(point);
        };
    }

    /** Embeddings, overrides and isolates; the marks that stand between letters stay. */
    private static boolean isDirection(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}

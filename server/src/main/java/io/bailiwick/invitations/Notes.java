package io.bailiwick.invitations;

import io.bailiwick.kernel.Refusal;
import org.jspecify.annotations.Nullable;

/** What an inviter has to say: a few lines. */
final class Notes {
    static final int LONGEST = 1_000;

    private Notes() {}

    /**
     * The note with line breaks as `\n`.
     *
     * @throws Refusal.Invalid with the fault of `note`
     */
    static String read(@Nullable String typed) {
        var note = typed == null ? "" : typed.strip().replace("\r\n", "\n").replace('\r', '\n');
        if (note.codePointCount(0, note.length()) > LONGEST) {
            throw new Refusal.Invalid("note", "Use at most 1,000 characters.");
        }
        if (note.codePoints().anyMatch(Notes::isForbidden)) {
            throw new Refusal.Invalid(
                    "note", "Leave out control characters and marks that turn the direction of text.");
        }
        return note;
    }

    private static boolean isForbidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL -> point != '\n' && point != '\t';
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
        };
    }
}

package io.bailiwick.invitations;

import io.bailiwick.kernel.OneLine;
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
        if (!OneLine.isClean(note.replace("\n", "").replace("\t", ""))) {
            throw new Refusal.Invalid(
                    "note", "Leave out control characters and marks that turn the direction of text.");
        }
        return note;
    }
}

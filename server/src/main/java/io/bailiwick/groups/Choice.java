package io.bailiwick.groups;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one cell of the matrix says: the rules on its own area, for one action. */
public enum Choice {
    /** A rule allows it. */
    ALLOW,
    /** No rule names it. */
    NOTHING,
    /** A rule denies it. */
    DENY,
    /** One rule allows and another denies it; the deny wins. */
    BOTH;

    static Choice of(boolean allows, boolean denies) {
        if (allows) {
            return denies ? BOTH : ALLOW;
        }
        return denies ? DENY : NOTHING;
    }

    static Optional<Choice> of(String word) {
        return Arrays.stream(values())
                .filter(choice -> choice.word().equals(word))
                .findFirst();
    }

    static Optional<Choice> of(char letter) {
        return Arrays.stream(values())
                .filter(choice -> choice.letter() == letter)
                .findFirst();
    }

    boolean allows() {
        return this == ALLOW || this == BOTH;
    }

    boolean denies() {
        return this == DENY || this == BOTH;
    }

    /** As forms send it: {@code allow}, {@code nothing}, {@code deny} or {@code both}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its first letter, where many are written together. */
    char letter() {
        return word().charAt(0);
    }
}

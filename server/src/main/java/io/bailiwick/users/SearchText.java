package io.bailiwick.users;

import io.bailiwick.kernel.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed to find a text by. Three letters or digits in a row make a trigram, by which an index finds them
 * anywhere; anything less is looked for at the beginning, where another index helps.
 *
 * @param anywhere a pattern for `like`, or null
 * @param beginning a pattern for `like`, or null; at most one of the two is there
 */
record SearchText(@Nullable String anywhere, @Nullable String beginning) {
    private static final int LONGEST = 300;
    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    static SearchText of(String field, @Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.length() > LONGEST || !OneLine.isClean(text)) {
            throw new Refusal.Invalid(field, "Search for one line of at most " + LONGEST + " characters.");
        }
        if (text.isEmpty()) {
            return new SearchText(null, null);
        }
        var literal = WILDCARD.matcher(text).replaceAll("\\\\$0");
        return TRIGRAM.matcher(text).find()
                ? new SearchText("%" + literal + "%", null)
                : new SearchText(null, literal + "%");
    }
}

package io.bailiwick.users;

import io.bailiwick.kernel.OneLine;
import io.bailiwick.kernel.Refusal;
import java.util.Objects;
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
    static final int LONGEST = 300;
    private static final Pattern TRIGRAM = Pattern.compile("[\\p{L}\\p{N}]{3}");
    private static final Pattern WILDCARD = Pattern.compile("[\\\\%_]");

    /** Whether it can be looked for at all. */
    static boolean isFit(String text) {
        return text.length() <= LONGEST && OneLine.isClean(text);
    }

    /**
     * What was typed into a field, perhaps nothing.
     *
     * @throws Refusal.Invalid when it cannot be looked for
     */
    static SearchText of(String field, @Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (!isFit(text)) {
            throw new Refusal.Invalid(field, SearchWords.UNFIT);
        }
        return text.isEmpty() ? new SearchText(null, null) : of(text);
    }

    /** @param text what was typed: fit, and not empty */
    static SearchText of(String text) {
        var literal = WILDCARD.matcher(text).replaceAll("\\\\$0");
        return TRIGRAM.matcher(text).find()
                ? new SearchText("%" + literal + "%", null)
                : new SearchText(null, literal + "%");
    }

    /** The condition that the name or the address holds it. */
    Condition condition() {
        return anywhere == null ? new Condition.Beginning(pattern()) : new Condition.Anywhere(anywhere);
    }

    /** The condition that one column alone holds it; the trigrams are those of name and address together. */
    String within(String column, Bindings bindings) {
        var bound = bindings.text(pattern());
        return anywhere == null
                ? "%s like lower(%s collate pg_c_utf8)".formatted(column, bound)
                : "(u.search like lower(%s collate pg_c_utf8) and %s like lower(%s collate pg_c_utf8))"
                        .formatted(bound, column, bound);
    }

    private String pattern() {
        return Objects.requireNonNull(anywhere == null ? beginning : anywhere);
    }
}

package io.bailiwick.model;

import java.util.Optional;

/** How the default access and the rules of a group go together. */
public enum GroupMode {
    /** As soon as there is one rule, of either effect, the defaults count for nothing and only what allow rules cover is allowed. */
    ONLY_LISTED,

    /** The default access, plus what allow rules cover. */
    EXCEPTIONS;

    private final String word = Words.wordOf(this);

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<GroupMode> of(String word) {
        return Words.find(values(), GroupMode::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }
}

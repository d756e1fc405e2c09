package io.bailiwick.model;

import java.util.Optional;

/** What a rule of a group does with the access that it names. */
public enum Effect {
    /** Allows it. */
    ALLOW,

    /** Takes it away, whatever else allows it. */
    DENY;

    private final String word = Words.wordOf(this);

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<Effect> of(String word) {
        return Words.find(values(), Effect::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }
}

package io.bailiwick.model;

import java.util.Optional;

/** What a request does to an area. */
public enum Action {
    /** Makes something new. */
    CREATE,

    /** Looks without changing. */
    READ,

    /** Changes what is there. */
    UPDATE,

    /** Takes away. */
    DELETE;

    private final String word = Words.wordOf(this);

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<Action> of(String word) {
        return Words.find(values(), Action::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }

    /** Its bit in the mask of an {@link Access}: 1, 2, 4 or 8. */
    public int bit() {
        return 1 << ordinal();
    }
}

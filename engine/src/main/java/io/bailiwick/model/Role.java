package io.bailiwick.model;

import java.util.Optional;

/** The role of a user. */
public enum Role {
    /** Administers the account; sees the data of all partners. */
    ADMINISTRATOR,

    /** Works with the data of no, all or selected partners. */
    NORMAL,

    /** Somebody from outside: sees the data of exactly one partner. */
    PARTNER;

    private final String word = Words.wordOf(this);

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<Role> of(String word) {
        return Words.find(values(), Role::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }

    /** Whether a user of the role may have the data access; {@link DataAccess#problemFor} says why not. */
    public boolean mayHave(DataAccess data) {
        return data.problemFor(this).isEmpty();
    }
}

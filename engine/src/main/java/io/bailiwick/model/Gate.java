package io.bailiwick.model;

import java.util.Optional;

/** The gates of a decision, in the order in which they are asked; the first closed one is the reason given. */
public enum Gate {
    /** The path is well-formed. */
    PATH,

    /** The user is active, and no password change is due. */
    STATUS,

    /** The allow-list is empty or holds the client's address. */
    NETWORK,

    /** Some area covers the path, and the method has an action. */
    AREA,

    /** The gate of the area is open to the role and its permissions. */
    ROLE,

    /** The user is in no group, or the groups allow the action on the area. */
    GROUPS,

    /** The partner concerned exists, is switched on, and is in the user's scope. */
    DATA;

    private final String word = Words.wordOf(this);

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<Gate> of(String word) {
        return Words.find(values(), Gate::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }
}

package io.bailiwick.model;

import java.util.Optional;

/** Where a user stands. Whether a password change is due is a separate flag. */
public enum UserStatus {
    /** Has not accepted the invitation yet. */
    INVITED,

    /** May sign in. */
    ACTIVE,

    /** May not sign in until enabled again. */
    DISABLED;

    private final String word = Words.wordOf(this);

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<UserStatus> of(String word) {
        return Words.find(values(), UserStatus::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }
}

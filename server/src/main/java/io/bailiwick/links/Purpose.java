package io.bailiwick.links;

/** What a link is good for; it is worth nothing for anything else. */
public enum Purpose {
    /** To accept an invitation. */
    INVITATION("invitation"),
    /** To prove that an e-mail address is one's own. */
    VERIFICATION("verification"),
    /** To set a new password without knowing the one before. */
    PASSWORD_RESET("password-reset"),
    /** To get in when nobody can, handed out at the machine itself. */
    RECOVERY("recovery");

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    /** The word in the database. */
    public String word() {
        return word;
    }

    static Purpose of(String word) {
        for (var purpose : values()) {
            if (purpose.word.equals(word)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("No purpose of a link: " + word);
    }
}

package io.bailiwick.database;

/** The database cannot be had; the message is a sentence for whoever runs the server and says what to do. */
public final class DatabaseFailure extends RuntimeException {
    /** A failure whose sentence says it all. */
    public DatabaseFailure(String sentence) {
        super(sentence);
    }

    /** A failure with the exception that caused it. */
    public DatabaseFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package io.bailiwick.model;

/**
 * A text that is no valid value of its kind.
 *
 * <p>The message is one plain sentence for the person who typed it: what is wrong, with the offending text in
 * backticks. Forms and imports catch it per field and report all of them together.
 */
public final class InvalidValue extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * An invalid value.
     *
     * @param message what is wrong, for a person
     */
    public InvalidValue(String message) {
        super(message);
    }

    /** What is wrong, for a person. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}

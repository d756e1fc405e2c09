package io.bailiwick.demo;

/** The example account is asked for where there is something else already. */
final class NotEmpty extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotEmpty(String message) {
        super(message);
    }
}

package io.bailiwick.model;

import org.jspecify.annotations.Nullable;

/** The actions of the HTTP methods. Methods are case-sensitive (RFC 9110, section 9.1). */
public final class HttpMethods {

    private HttpMethods() {}

    /**
     * The action of a method where no pattern says otherwise: GET, HEAD and OPTIONS read, POST creates, PUT and PATCH
     * update, DELETE deletes.
     *
     * @return null for any other method, which is refused unless an override maps it
     */
    public static @Nullable Action actionOf(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> Action.READ;
            case "POST" -> Action.CREATE;
            case "PUT", "PATCH" -> Action.UPDATE;
            case "DELETE" -> Action.DELETE;
            default -> null;
        };
    }

    /** Whether the text can be a method at all: one to 40 token characters (RFC 9110, section 5.6.2). */
    public static boolean isMethod(String text) {
        return !text.isEmpty()
                && text.length() <= 40
                && text.chars().allMatch(character -> isLetterOrDigit(character) || isMark(character));
    }

    private static boolean isLetterOrDigit(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9';
    }

    private static boolean isMark(int character) {
        return "!#$%&'*+-.^_`|~".indexOf(character) >= 0;
    }
}

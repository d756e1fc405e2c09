package io.bailiwick.model;

import java.util.Optional;

/** Why a path is malformed. A malformed path is refused, never repaired. */
public enum PathFault {
    /** It does not start with a slash; absolute-form URIs and the asterisk of OPTIONS end here. */
    NOT_ABSOLUTE("The path does not start with `/`"),

    /** It is longer than 8 KB. */
    TOO_LONG("The path is longer than " + PathSyntax.MAX_LENGTH + " bytes"),

    /** It has more than 64 segments. */
    TOO_MANY_SEGMENTS("The path has more than " + PathSyntax.MAX_SEGMENTS + " segments"),

    /** Two slashes stand side by side. */
    EMPTY_SEGMENT("The path has an empty segment (`//`)"),

    /** A segment is {@code .} or {@code ..}. */
    DOT_SEGMENT("The path has a segment `.` or `..`"),

    /** It holds a character that must not stand there as it is. */
    FORBIDDEN_CHARACTER(
            "The path holds a character that must not stand there: `;`, `\\`, `#`, `*`, a space, a control or anything that is not ASCII"),

    /** A percent sign is not followed by two hexadecimal digits. */
    BAD_ESCAPE("The path has a `%` that is not followed by two hexadecimal digits"),

    /** It escapes a character that must not be escaped, since others would read the path differently. */
    FORBIDDEN_ESCAPE(
            "The path escapes a character that must not be escaped: a slash, backslash, dot, percent sign, semicolon, control or line separator"),

    /** Its escapes do not spell UTF-8. */
    NOT_UTF8("The escapes of the path do not spell UTF-8");

    private final String word = Words.wordOf(this);
    private final String reason;

    PathFault(String reason) {
        this.reason = reason;
    }

    /**
     * The constant that a word names.
     *
     * @param word as on the wire: lower case, hyphens
     * @return empty when no constant has that word
     */
    public static Optional<PathFault> of(String word) {
        return Words.find(values(), PathFault::word, word);
    }

    /** The word for it on the wire and in files: lower case, hyphens. */
    public String word() {
        return word;
    }

    /** A sentence for a person. */
    public String reason() {
        return reason;
    }
}

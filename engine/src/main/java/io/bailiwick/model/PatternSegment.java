package io.bailiwick.model;

/**
 * One segment of a path pattern: a literal, {@code {name}} which stands for exactly one non-empty segment, or literal
 * text around one {@code {name}}. Literal text is held decoded and compared with decoded segments, case-sensitively.
 *
 * @param kind which of the three
 * @param prefix the literal, or the literal text before the name; empty for a bare name
 * @param suffix the literal text after the name; empty for a literal and a bare name
 * @param name the name between the braces; it means nothing to matching, and is empty for a literal
 */
public record PatternSegment(Kind kind, String prefix, String suffix, String name) {

    /** The three kinds of segments, best first. */
    public enum Kind {
        /** Matches itself alone. */
        LITERAL,
        /** Matches what begins and ends like it, with at least one character between. */
        PART_LITERAL,
        /** Matches any one segment. */
        PARAMETER
    }

    private static final int LITERAL_RANK = Integer.MAX_VALUE;

    static PatternSegment literal(String text) {
        return new PatternSegment(Kind.LITERAL, text, "", "");
    }

    static PatternSegment around(String prefix, String name, String suffix) {
        var kind = prefix.isEmpty() && suffix.isEmpty() ? Kind.PARAMETER : Kind.PART_LITERAL;
        return new PatternSegment(kind, prefix, suffix, name);
    }

    /**
     * How well it fits what it matches; more is better: a literal beats a part-literal, of which more literal characters
     * come first, and that beats a bare name, which is 0.
     */
    public int rank() {
        return switch (kind) {
            case LITERAL -> LITERAL_RANK;
            case PART_LITERAL -> prefix.codePointCount(0, prefix.length()) + suffix.codePointCount(0, suffix.length());
            case PARAMETER -> 0;
        };
    }

    /** Whether it matches a decoded, non-empty segment of a path. */
    public boolean matches(String segment) {
        return switch (kind) {
            case LITERAL -> segment.equals(prefix);
            case PART_LITERAL ->
                segment.length() > prefix.length() + suffix.length()
                        && segment.startsWith(prefix)
                        && segment.endsWith(suffix);
            case PARAMETER -> !segment.isEmpty();
        };
    }

    /** Whether the other matches whatever this one matches. */
    public boolean isWithin(PatternSegment other) {
        return switch (other.kind) {
            case LITERAL -> kind == Kind.LITERAL && prefix.equals(other.prefix);
            case PART_LITERAL ->
                switch (kind) {
                    case LITERAL -> other.matches(prefix);
                    case PART_LITERAL -> prefix.startsWith(other.prefix) && suffix.endsWith(other.suffix);
                    case PARAMETER -> false;
                };
            case PARAMETER -> true;
        };
    }

    /** Whether both have the same rank and some segment is matched by both. */
    boolean collidesWith(PatternSegment other) {
        if (rank() != other.rank() || kind != other.kind) {
            return false;
        }
        return switch (kind) {
            case LITERAL -> prefix.equals(other.prefix);
            case PART_LITERAL ->
                (prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix))
                        && (suffix.endsWith(other.suffix) || other.suffix.endsWith(suffix));
            case PARAMETER -> true;
        };
    }

    /** Its canonical text, with everything escaped that must not stand there as it is. */
    String text() {
        return kind == Kind.LITERAL
                ? PathEscapes.encode(prefix)
                : PathEscapes.encode(prefix) + "{" + name + "}" + PathEscapes.encode(suffix);
    }
}

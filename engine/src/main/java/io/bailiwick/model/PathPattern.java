package io.bailiwick.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A path pattern of an area: {@code /2010-04-01/Accounts/{Sid}.json}. It covers its own path and everything below it.
 *
 * <p>Each segment is a literal, {@code {name}}, or literal text around one {@code {name}}; anything else is invalid. The
 * literal text follows the rules of {@link RequestPath}. A trailing slash means nothing.
 *
 * @param segments its segments; none for {@code /}, which covers everything
 */
public record PathPattern(List<PatternSegment> segments) {

    /** A path pattern. */
    public PathPattern {
        segments = List.copyOf(segments);
    }

    /**
     * Reads a pattern.
     *
     * @throws InvalidValue saying which part is wrong and why
     */
    public static PathPattern parse(String text) {
        if (!text.startsWith("/")) {
            throw invalid(text, "it does not start with `/`");
        }
        if (text.length() > PathSyntax.MAX_LENGTH) {
            throw new InvalidValue("The path pattern is longer than " + PathSyntax.MAX_LENGTH + " bytes");
        }
        var segments = new ArrayList<PatternSegment>();
        var body = text.substring(1, text.length() > 1 && text.endsWith("/") ? text.length() - 1 : text.length());
        if (text.length() > 1) {
            for (var segment : body.split("/", -1)) {
                segments.add(segmentOf(text, segment));
            }
        }
        if (segments.size() > PathSyntax.MAX_SEGMENTS) {
            throw invalid(text, "it has more than " + PathSyntax.MAX_SEGMENTS + " segments");
        }
        return new PathPattern(segments);
    }

    /** Whether it matches a path whole. */
    public boolean matches(List<String> path) {
        return path.size() == segments.size() && covers(path);
    }

    /** Whether it matches a path whole or covers it from above. */
    public boolean covers(List<String> path) {
        if (path.size() < segments.size()) {
            return false;
        }
        for (int index = 0; index < segments.size(); index++) {
            if (!segments.get(index).matches(path.get(index))) {
                return false;
            }
        }
        return true;
    }

    /** Whether whatever this one matches is matched or covered by the other. The names between braces are all alike. */
    public boolean liesUnder(PathPattern other) {
        if (segments.size() < other.segments.size()) {
            return false;
        }
        for (int index = 0; index < other.segments.size(); index++) {
            if (!segments.get(index).isWithin(other.segments.get(index))) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether both have the same length and the same rank in every segment and some path matches both: such two cannot
     * stand side by side in one application.
     */
    public boolean collidesWith(PathPattern other) {
        if (segments.size() != other.segments.size()) {
            return false;
        }
        for (int index = 0; index < segments.size(); index++) {
            if (!segments.get(index).collidesWith(other.segments.get(index))) {
                return false;
            }
        }
        return true;
    }

    /** The {@link PatternSegment#rank rank} of each segment. */
    public List<Integer> ranks() {
        return segments.stream().map(PatternSegment::rank).toList();
    }

    /** Its canonical text: no trailing slash, escapes only where needed. Reading it again gives the same pattern. */
    public String text() {
        if (segments.isEmpty()) {
            return "/";
        }
        var text = new StringBuilder();
        segments.forEach(segment -> text.append('/').append(segment.text()));
        return text.toString();
    }

    /** Its canonical text. */
    @Override
    public String toString() {
        return text();
    }

    private static PatternSegment segmentOf(String pattern, String segment) {
        int open = segment.indexOf('{');
        int close = segment.indexOf('}');
        if (open < 0 && close < 0) {
            return PatternSegment.literal(literalOf(pattern, segment, ""));
        }
        if (open < 0 || close < open) {
            throw invalid(pattern, "in the segment `" + segment + "` the braces do not fit together");
        }
        if (segment.indexOf('{', open + 1) >= 0 || segment.indexOf('}', close + 1) >= 0) {
            throw invalid(pattern, "the segment `" + segment + "` has more than one pair of braces");
        }
        var name = segment.substring(open + 1, close);
        if (!isName(name)) {
            throw invalid(pattern, "`{" + name + "}` is no name in braces: use letters, digits, `_`, `-` and `.`");
        }
        var prefix = literalOf(pattern, segment.substring(0, open), "x");
        return PatternSegment.around(prefix, name, literalOf(pattern, segment.substring(close + 1), "x"));
    }

    /** INVARIANT: the padding keeps text beside a name from being taken for an empty or dot segment of its own. */
    private static String literalOf(String pattern, String text, String padding) {
        if (text.indexOf('?') >= 0) {
            throw invalid(pattern, "it has a `?`; patterns are about paths, without a query");
        }
        var path = "/" + padding + text;
        int scanned = path.length() == 1 ? PathSyntax.fault(PathFault.EMPTY_SEGMENT) : PathSyntax.scan(path);
        if (scanned < 0) {
            throw new InvalidValue("`" + pattern + "` is no path pattern. "
                    + PathSyntax.faultOf(scanned).reason());
        }
        return PathSyntax.decode(path, scanned).substring(1 + padding.length());
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && isLetterOrDigit(name.charAt(0))
                && name.chars().allMatch(character -> isLetterOrDigit(character) || "-.~[]".indexOf(character) >= 0);
    }

    private static boolean isLetterOrDigit(int character) {
        return character >= 'a' && character <= 'z'
                || character >= 'A' && character <= 'Z'
                || character >= '0' && character <= '9'
                || "_$@".indexOf(character) >= 0;
    }

    private static InvalidValue invalid(String pattern, String why) {
        return new InvalidValue("`" + pattern + "` is no path pattern: " + why);
    }
}

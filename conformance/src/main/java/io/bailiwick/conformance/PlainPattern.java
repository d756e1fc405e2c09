package io.bailiwick.conformance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** A path pattern, taken apart into segments. */
record PlainPattern(List<Segment> segments) {
    private static final Pattern NAME = Pattern.compile("\\{\\w[\\w.~\\[\\]-]*}");

    /** A literal (no hole: the text is {@code before}) or literal text around a hole that takes one character or more. */
    record Segment(String before, boolean hole, String after) {
        boolean matches(String text) {
            return hole
                    ? text.startsWith(before)
                            && text.endsWith(after)
                            && text.length() > before.length() + after.length()
                    : text.equals(before);
        }

        /** The literal is best, then the more literal characters, last the bare hole. */
        int rank() {
            return hole ? before.length() + after.length() : Integer.MAX_VALUE;
        }

        /** Whether everything that matches this one matches the other. */
        boolean within(Segment other) {
            return hole
                    ? other.hole && before.startsWith(other.before) && after.endsWith(other.after)
                    : other.matches(before);
        }

        /** Whether something matches both. */
        boolean meets(Segment other) {
            return within(other)
                    || other.within(this)
                    || hole
                            && other.hole
                            && (before.startsWith(other.before) || other.before.startsWith(before))
                            && (after.endsWith(other.after) || other.after.endsWith(after));
        }
    }

    /** @throws WorldRefused when it is not a pattern */
    static PlainPattern read(String pattern) {
        if (pattern.contains("?")) {
            throw new WorldRefused("the pattern `%s` has a query".formatted(pattern));
        }
        // Braces are legal in a path, so what is left to check is how they pair up within a segment.
        if (PlainPath.read(pattern).isEmpty()) {
            throw new WorldRefused("the pattern `%s` is malformed".formatted(pattern));
        }
        var segments = new ArrayList<Segment>();
        for (var segment : pattern.substring(1).split("/")) {
            if (segment.isEmpty()) {
                continue;
            }
            var parts = NAME.split(segment, -1);
            if (parts.length > 2 || String.join("", parts).chars().anyMatch(c -> c == '{' || c == '}')) {
                throw new WorldRefused("the pattern `%s` has a segment that is none".formatted(pattern));
            }
            segments.add(new Segment(decode(parts[0]), parts.length == 2, parts.length == 2 ? decode(parts[1]) : ""));
        }
        return new PlainPattern(segments);
    }

    private static String decode(String raw) {
        return PlainPath.decode(raw).orElseThrow(() -> new WorldRefused("the pattern holds a malformed `" + raw + "`"));
    }

    /** Whether the path is this pattern's own or lies below it. */
    boolean covers(List<String> path) {
        if (segments.size() > path.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (!segments.get(i).matches(path.get(i))) {
                return false;
            }
        }
        return true;
    }

    boolean matchesWhole(List<String> path) {
        return segments.size() == path.size() && covers(path);
    }

    /** Whether whatever matches this pattern is matched or covered by the other. */
    boolean liesUnder(PlainPattern other) {
        if (other.segments.size() > segments.size()) {
            return false;
        }
        for (int i = 0; i < other.segments.size(); i++) {
            if (!segments.get(i).within(other.segments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Of patterns that cover the path, the greatest is the best. */
    static Comparator<PlainPattern> bestFor(List<String> path) {
        return Comparator.comparing((PlainPattern pattern) -> pattern.matchesWhole(path))
                .thenComparing(PlainPattern::bySegments)
                .thenComparing(pattern -> pattern.segments.size());
    }

    private int bySegments(PlainPattern other) {
        for (int i = 0; i < Math.min(segments.size(), other.segments.size()); i++) {
            int difference = Integer.compare(
                    segments.get(i).rank(), other.segments.get(i).rank());
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    /** Whether no path could tell which of the two is better. */
    boolean collidesWith(PlainPattern other) {
        if (segments.size() != other.segments.size()) {
            return false;
        }
        for (int i = 0; i < segments.size(); i++) {
            var mine = segments.get(i);
            var theirs = other.segments.get(i);
            if (mine.rank() != theirs.rank() || !mine.meets(theirs)) {
                return false;
            }
        }
        return true;
    }
}

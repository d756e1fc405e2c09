package io.bailiwick.model;

import java.util.List;

/**
 * A path as it stood on the wire, judged: canonical or malformed.
 *
 * <p>Only a canonical path is ever matched, because what the guard reads must be what the back end serves. It starts
 * with {@code /} and ends at the first {@code ?}; at most 8 KB and 64 segments; no empty or dot segment (one trailing
 * slash is fine and means nothing); no raw {@code ;}, {@code \}, {@code #}, {@code *}, space, control or non-ASCII; every
 * escape two hexadecimal digits, spelling UTF-8, and none of a slash, backslash, dot, percent sign, semicolon, control,
 * U+2028 or U+2029.
 */
public sealed interface RequestPath {

    /**
     * Judges a path.
     *
     * @param wire as it stood on the wire; a query may follow
     */
    static RequestPath of(String wire) {
        int scanned = PathSyntax.scan(wire);
        if (scanned < 0) {
            return new Malformed(PathSyntax.faultOf(scanned));
        }
        int count = PathSyntax.segmentsOf(scanned);
        return count == 0
                ? new Canonical(List.of())
                : new Canonical(
                        List.of(PathSyntax.decode(wire, scanned).substring(1).split("/", -1))
                                .subList(0, count));
    }

    /**
     * A path that may be matched.
     *
     * @param segments its segments, each percent-decoded once; none for {@code /}
     */
    record Canonical(List<String> segments) implements RequestPath {

        /** A canonical path. */
        public Canonical {
            segments = List.copyOf(segments);
        }
    }

    /**
     * A path that is refused.
     *
     * @param fault why
     */
    record Malformed(PathFault fault) implements RequestPath {}
}

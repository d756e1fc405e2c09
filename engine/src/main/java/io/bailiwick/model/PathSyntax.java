package io.bailiwick.model;

/**
 * The syntax of request paths: one pass over the text, in place, that allocates nothing.
 *
 * <p>{@link RequestPath} is the convenient way to the same rules.
 */
public final class PathSyntax {

    /** The greatest length of a path in bytes, without its query. */
    public static final int MAX_LENGTH = 8192;

    /** The greatest number of segments of a path. */
    public static final int MAX_SEGMENTS = 64;

    private static final int ESCAPED = 1 << 8;
    private static final int END_SHIFT = 9;
    private static final PathFault[] FAULTS = PathFault.values();

    /** What a raw character is: 0 plain, 1 refused, 2 slash, 3 the end, 4 a percent sign. */
    private static final byte[] KINDS = kinds();

    private static final byte REFUSED = 1;
    private static final byte SLASH = 2;
    private static final byte QUERY = 3;
    private static final byte PERCENT = 4;

    private PathSyntax() {}

    /**
     * Reads a path as it stood on the wire, up to the first question mark.
     *
     * @return a negative number when it is malformed (see {@link #faultOf}); else what {@link #segmentsOf},
     *     {@link #endOf} and {@link #isEscaped} take apart
     */
    public static int scan(String wire) {
        int length = Math.min(wire.length(), MAX_LENGTH + 1);
        if (length == 0 || wire.charAt(0) != '/') {
            return fault(PathFault.NOT_ABSOLUTE);
        }
        int segments = 0;
        int escaped = 0;
        int start = 1;
        int at = 1;
        for (; at < length; at++) {
            char character = wire.charAt(at);
            byte kind = character < 128 ? KINDS[character] : REFUSED;
            if (kind == 0) {
                continue;
            }
            if (kind == SLASH) {
                if (isDotsOrEmpty(wire, start, at)) {
                    return fault(at == start ? PathFault.EMPTY_SEGMENT : PathFault.DOT_SEGMENT);
                }
                segments++;
                start = at + 1;
            } else if (kind == PERCENT) {
                int next = PathEscapes.scan(wire, at);
                if (next < 0) {
                    return next;
                }
                escaped = ESCAPED;
                at = next - 1;
            } else if (kind == QUERY) {
                break;
            } else {
                return fault(PathFault.FORBIDDEN_CHARACTER);
            }
        }
        return finish(wire, start, at, segments, escaped);
    }

    private static int finish(String wire, int start, int end, int segments, int escaped) {
        int count = segments;
        if (start < end) {
            if (isDotsOrEmpty(wire, start, end)) {
                return fault(PathFault.DOT_SEGMENT);
            }
            count++;
        }
        if (end > MAX_LENGTH) {
            return fault(PathFault.TOO_LONG);
        }
        if (count > MAX_SEGMENTS) {
            return fault(PathFault.TOO_MANY_SEGMENTS);
        }
        return end << END_SHIFT | escaped | count;
    }

    /** Whether a raw character stands for itself in a segment: it is not refused, nor a slash, question mark or percent. */
    public static boolean isPlain(char character) {
        return character < 128 && KINDS[character] == 0;
    }

    /** Why a path is malformed, from a negative answer of {@link #scan}. */
    public static PathFault faultOf(int scanned) {
        return FAULTS[~scanned];
    }

    /** The number of segments, 0 to 64, from an answer of {@link #scan} that is not negative. */
    public static int segmentsOf(int scanned) {
        return scanned & ESCAPED - 1;
    }

    /** Where the path ends: the index after its last character, from an answer of {@link #scan} that is not negative. */
    public static int endOf(int scanned) {
        return scanned >> END_SHIFT;
    }

    /** Whether the path has an escape, from an answer of {@link #scan} that is not negative. */
    public static boolean isEscaped(int scanned) {
        return (scanned & ESCAPED) != 0;
    }

    /**
     * A well-formed path with its escapes decoded. Since a slash is never escaped, the segments are still those between
     * the slashes.
     *
     * @param wire the path as it stood on the wire
     * @param scanned the answer of {@link #scan} to it, not negative
     */
    public static String decode(String wire, int scanned) {
        int end = endOf(scanned);
        return isEscaped(scanned) ? PathEscapes.decode(wire, end) : wire.substring(0, end);
    }

    static int fault(PathFault fault) {
        return ~fault.ordinal();
    }

    private static boolean isDotsOrEmpty(String wire, int start, int end) {
        return switch (end - start) {
            case 0 -> true;
            case 1 -> wire.charAt(start) == '.';
            case 2 -> wire.charAt(start) == '.' && wire.charAt(start + 1) == '.';
            default -> false;
        };
    }

    private static byte[] kinds() {
        var kinds = new byte[128];
        for (int character = 0; character <= ' '; character++) {
            kinds[character] = 1;
        }
        for (char character : new char[] {';', '\\', '#', '*', 127}) {
            kinds[character] = 1;
        }
        kinds['/'] = 2;
        kinds['?'] = 3;
        kinds['%'] = 4;
        return kinds;
    }
}

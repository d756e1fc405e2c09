package io.bailiwick.model;

/**
 * Reads addresses as text, in place: no name is ever looked up, nothing is allocated.
 *
 * <p>An address is 128 bits wide; IPv4 is held as its IPv4-mapped IPv6 address, so that both spellings are one value.
 * Leading zeros, zone ids and ports are refused.
 */
final class IpSyntax {

    static final long MAPPED = 0xFFFF_0000_0000L;

    private static final int SHORTEST_V4 = 7;
    private static final int LONGEST_V4 = 15;
    private static final int DOT = '.' - '0';
    private static final int GROUPS = 8;
    private static final int NO_GAP = GROUPS;

    private IpSyntax() {}

    /**
     * The 32 bits of an IPv4 address, or -1.
     *
     * <p>Where an octet ends differs from address to address, and a branch on it would be guessed wrong again and again.
     * So all characters are treated alike: masks of all bits or none choose between a digit and a dot, and whatever is
     * wrong anywhere leaves {@code wrong} negative.
     */
    static long v4(String text, int start, int end) {
        if (end - start < SHORTEST_V4 || end - start > LONGEST_V4) {
            return -1;
        }
        long bits = 0;
        int octet = 0;
        int digits = 0;
        int dots = 0;
        int wrong = 0;
        for (int at = start; at < end; at++) {
            int digit = text.charAt(at) - '0';
            int dot = (digit ^ DOT) - 1 >> 31 & ~(digit ^ DOT) >> 31;
            int isZeroFirst = -digits & octet - 1;
            wrong |= ~dot & (digit | 9 - digit | isZeroFirst) | dot & digits - 1;
            bits = bits << (dot & 8) | dot & octet;
            octet = ~dot & octet * 10 + digit;
            digits = ~dot & digits + 1;
            dots -= dot;
            wrong |= 255 - octet;
        }
        return wrong < 0 || dots != 3 || digits == 0 ? -1 : bits << 8 | octet;
    }

    /**
     * How the groups of an IPv6 address are laid out, for {@link #v6Half}.
     *
     * @return negative when the text is no IPv6 address
     */
    static int v6Shape(String text, int start, int end) {
        int groups = 0;
        int gap = NO_GAP;
        int at = start;
        if (text.startsWith("::", start) && end - start >= 2) {
            gap = 0;
            at += 2;
        }
        while (at < end) {
            int stop = endOfGroup(text, at, end);
            boolean tail = stop < end && text.charAt(stop) == '.';
            if (tail ? v4(text, at, end) < 0 : !isGroup(text, at, stop)) {
                return -1;
            }
            groups += tail ? 2 : 1;
            at = tail ? end : stop;
            if (at < end) {
                boolean opensGap = text.startsWith("::", at) && at + 2 <= end;
                if (text.charAt(at) != ':' || opensGap && gap != NO_GAP || !opensGap && at + 1 == end) {
                    return -1;
                }
                gap = opensGap ? groups : gap;
                at += opensGap ? 2 : 1;
            }
        }
        boolean whole = gap == NO_GAP ? groups == GROUPS : groups < GROUPS;
        return whole ? gap << 4 | groups : -1;
    }

    /**
     * Half of the bits of an IPv6 address.
     *
     * @param shape what {@link #v6Shape} said of the text, not negative
     * @param upper the upper half, or else the lower one
     */
    static long v6Half(String text, int start, int end, int shape, boolean upper) {
        long half = 0;
        int index = 0;
        int at = start;
        while (at < end) {
            if (text.charAt(at) == ':') {
                at++;
                continue;
            }
            int stop = endOfGroup(text, at, end);
            if (stop < end && text.charAt(stop) == '.') {
                long bits = v4(text, at, end);
                half |= placed(bits >>> 16, index, shape, upper) | placed(bits & 0xFFFF, index + 1, shape, upper);
                return half;
            }
            half |= placed(hexadecimal(text, at, stop), index, shape, upper);
            index++;
            at = stop;
        }
        return half;
    }

    private static long placed(long group, int index, int shape, boolean upper) {
        int groups = shape & 15;
        int gap = shape >> 4;
        int place = index < gap ? index : index + GROUPS - groups;
        return place < 4 == upper ? group << 16 * (3 - (place & 3)) : 0;
    }

    private static boolean isGroup(String text, int start, int end) {
        return end > start && end - start <= 4 && (end - start == 1 || text.charAt(start) != '0');
    }

    private static int endOfGroup(String text, int start, int end) {
        int at = start;
        while (at < end && PathEscapes.hexadecimal(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static long hexadecimal(String text, int start, int end) {
        long value = 0;
        for (int at = start; at < end; at++) {
            value = value << 4 | PathEscapes.hexadecimal(text.charAt(at));
        }
        return value;
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}

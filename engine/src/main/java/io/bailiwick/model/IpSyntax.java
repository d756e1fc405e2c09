package io.bailiwick.model;

/**
 * Reads addresses as text, in place: no name is ever looked up, nothing is allocated.
 *
 * <p>An address is 128 bits wide; IPv4 is held as its IPv4-mapped IPv6 address, so that both spellings are one value.
 * Leading zeros, zone ids and ports are refused.
 */
final class IpSyntax {

    static final long MAPPED = 0xFFFF_0000_0000L;

    private static final int OCTETS = 4;
    private static final int GROUPS = 8;
    private static final int NO_GAP = GROUPS;

    private IpSyntax() {}

    /** The 32 bits of an IPv4 address, or -1. */
    static long v4(String text, int start, int end) {
        long bits = 0;
        int at = start;
        for (int octets = 0; octets < OCTETS; octets++) {
            if (octets > 0 && (at >= end || text.charAt(at++) != '.')) {
                return -1;
            }
            int octet = octet(text, at, end);
            if (octet < 0) {
                return -1;
            }
            bits = bits << 8 | octet & 255;
            at += octet >> 8;
        }
        return at == end ? bits : -1;
    }

    /**
     * The octet that begins there, with the number of its digits above its eight bits, or -1. Behind a leading zero comes no
     * digit, so that whoever looks for a dot there finds none.
     */
    private static int octet(String text, int at, int end) {
        int first = digit(text, at, end);
        int second = first > 0 ? digit(text, at + 1, end) : -1;
        if (second < 0) {
            return first < 0 ? -1 : 1 << 8 | first;
        }
        int third = digit(text, at + 2, end);
        if (third < 0) {
            return 2 << 8 | 10 * first + second;
        }
        int octet = 100 * first + 10 * second + third;
        return octet > 255 ? -1 : 3 << 8 | octet;
    }

    /** The digit that stands there; negative when none does. */
    private static int digit(String text, int at, int end) {
        int digit = at < end ? text.charAt(at) - '0' : -1;
        return digit <= 9 ? digit : -1;
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

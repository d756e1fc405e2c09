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
    private static final long EACH = 0x0101_0101_0101_0101L;
    private static final long HIGHEST_OF_EACH = 0x8080_8080_8080_8080L;

    /** A dot where zero stands for the digit zero. */
    private static final int DOT = '.' ^ '0';

    /** 0, 10 and 100: an octet has no leading zero. */
    private static final int LEAST_BY_WIDTH = 0x64_0A_00;

    private static final int GROUPS = 8;
    private static final int NO_GAP = GROUPS;

    private IpSyntax() {}

    /**
     * The 32 bits of an IPv4 address, or -1.
     *
     * <p>How long an address and its octets are differs from one to the next, and a branch on it would be guessed wrong
     * again and again. So the characters are put into two words, the last one lowest, eight bits each, and all of a word
     * are looked at together; whatever is wrong leaves a sign bit. (Such arithmetic on the bytes of a word: Warren,
     * Hacker's Delight, chapter 6.)
     */
    static long v4(String text, int start, int end) {
        int length = end - start;
        if (length < SHORTEST_V4 || length > LONGEST_V4) {
            return -1;
        }
        int all = 0;
        long low = 0;
        long high = 0;
        for (int back = 0; back < Long.BYTES; back++) {
            char late = text.charAt(Math.max(end - 1 - back, start));
            char early = text.charAt(Math.max(end - 1 - back - Long.BYTES, start));
            all |= late | early;
            low |= (long) late << 8 * back;
            high |= (long) early << 8 * back;
        }
        low = (low ^ EACH * '0') & -1L >>> 8 * Math.max(0, Long.BYTES - length);
        high = (high ^ EACH * '0') & (1L << 8 * Math.max(0, length - Long.BYTES)) - 1;
        long lowDots = equal(low, EACH * DOT);
        long highDots = equal(high, EACH * DOT);
        return all > 127
                ? -1
                : v4(low ^ lowDots * DOT, high ^ highDots * DOT, bits(lowDots) | bits(highDots) << 8, length);
    }

    /**
     * The same.
     *
     * @param low the last eight digits, the last one lowest, with zeros where dots stand
     * @param high the ones before
     * @param dots where the dots stand, counted from the end
     */
    private static long v4(long low, long high, int dots, int length) {
        int two = dots & dots - 1;
        int one = two & two - 1;
        int last = Integer.numberOfTrailingZeros(dots);
        int middle = Integer.numberOfTrailingZeros(two);
        int first = Integer.numberOfTrailingZeros(one);
        long bits = octet(low, high, first + 1, length) << 24
                | octet(low, high, middle + 1, first) << 16
                | octet(low, high, last + 1, middle) << 8
                | octet(low, high, 0, last);
        long moreThanNine = (low + EACH * 0x76 | high + EACH * 0x76) & HIGHEST_OF_EACH;
        return bits < 0 || moreThanNine != 0 || one == 0 || (one & one - 1) != 0 ? -1 : bits;
    }

    /** The octet that stands in these digits, counted from the end; negative when it is none. */
    private static long octet(long low, long high, int from, int to) {
        int width = to - from;
        int at = 8 * from;
        long isLow = at - Long.SIZE >> 31;
        long shifted = isLow & (low >>> at | high << 1 << Long.SIZE - 1 - at) | ~isLow & high >>> at;
        int digits = (int) shifted & 0xFFFFFF >>> 8 * (3 - width);
        int value = (digits & 15) + 10 * (digits >> 8 & 15) + 100 * (digits >> 16);
        int least = LEAST_BY_WIDTH >> 8 * (width - 1) & 255;
        return value | (width - 1 | 3 - width | value - least | 255 - value) & Integer.MIN_VALUE;
    }

    /** One in each byte of the first that is the same in the second; bytes below 128. */
    private static long equal(long bytes, long others) {
        return (~((bytes ^ others) + EACH * 127) & HIGHEST_OF_EACH) >>> 7;
    }

    /** A bit for each byte that is one; the others are zero. */
    private static int bits(long ones) {
        return (int) (ones * 0x0102_0408_1020_4080L >>> 56);
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

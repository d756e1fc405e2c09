package io.bailiwick.model;

import java.util.Optional;

/**
 * An IPv4 or IPv6 address. IPv4 is held as its IPv4-mapped IPv6 address, so that {@code 10.0.0.1} and
 * {@code ::ffff:10.0.0.1} are the same value.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record IpAddress(long high, long low) implements Comparable<IpAddress> {

    /**
     * Reads an address.
     *
     * @throws InvalidValue when the text is none: names, leading zeros, zone ids and ports are refused
     */
    public static IpAddress parse(String text) {
        return of(text).orElseThrow(() -> new InvalidValue("`" + text + "` is no IP address"));
    }

    /** Reads an address; empty when the text is none: names, leading zeros, zone ids and ports are refused. */
    public static Optional<IpAddress> of(String text) {
        int end = text.length();
        long v4 = IpSyntax.v4(text, 0, end);
        if (v4 >= 0) {
            return Optional.of(ofV4(v4));
        }
        int shape = IpSyntax.v6Shape(text, 0, end);
        return shape < 0
                ? Optional.empty()
                : Optional.of(new IpAddress(
                        IpSyntax.v6Half(text, 0, end, shape, true), IpSyntax.v6Half(text, 0, end, shape, false)));
    }

    /** Whether the text is an address that {@link #of} reads. Allocates nothing. */
    public static boolean isAddress(String text) {
        int end = text.length();
        return IpSyntax.v4(text, 0, end) >= 0 || IpSyntax.v6Shape(text, 0, end) >= 0;
    }

    /**
     * The IPv4 address with these bits.
     *
     * @param bits 0 to 2³² − 1
     */
    static IpAddress ofV4(long bits) {
        return new IpAddress(0, IpSyntax.MAPPED | bits);
    }

    /** Whether it is an IPv4 address, in whichever spelling it came. */
    public boolean isV4() {
        return isV4(high, low);
    }

    static boolean isV4(long high, long low) {
        return high == 0 && low >>> 32 == 0xFFFF;
    }

    /** The order of the numbers that they are; IPv4 stands at its IPv4-mapped place. */
    @Override
    public int compareTo(IpAddress other) {
        return compare(high, low, other.high, other.low);
    }

    static int compare(long high, long low, long otherHigh, long otherLow) {
        int upper = Long.compareUnsigned(high, otherHigh);
        return upper != 0 ? upper : Long.compareUnsigned(low, otherLow);
    }

    /** Its canonical text: dotted for IPv4, RFC 5952 for IPv6. */
    public String text() {
        if (isV4()) {
            return (low >> 24 & 255) + "." + (low >> 16 & 255) + "." + (low >> 8 & 255) + "." + (low & 255);
        }
        int gapStart = -1;
        int gapLength = 1;
        for (int start = 0; start < 8; start++) {
            int length = 0;
            while (start + length < 8 && group(start + length) == 0) {
                length++;
            }
            if (length > gapLength) {
                gapStart = start;
                gapLength = length;
            }
        }
        var text = new StringBuilder();
        for (int index = 0; index < 8; index++) {
            if (index == gapStart) {
                text.append("::");
                index += gapLength - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group(index)));
        }
        return text.toString();
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> 16 * (3 - (index & 3))) & 0xFFFF;
    }

    /** Its canonical text. */
    @Override
    public String toString() {
        return text();
    }
}

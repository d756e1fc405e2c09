package io.bailiwick.model;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Percent-escapes in paths: strict UTF-8, and none of the characters that others would read differently. */
final class PathEscapes {

    private static final int BAD = -1;

    private PathEscapes() {}

    /**
     * Reads the escaped character that starts at a percent sign, with all its bytes.
     *
     * @return the index after it, or a {@link PathSyntax#fault fault}
     */
    static int scan(String text, int at) {
        int first = byteAt(text, at);
        if (first == BAD) {
            return PathSyntax.fault(PathFault.BAD_ESCAPE);
        }
        int length = lengthOf(first);
        if (length == 0) {
            return PathSyntax.fault(PathFault.NOT_UTF8);
        }
        int point = length == 1 ? first : first & 0x7F >> length;
        for (int index = 1; index < length; index++) {
            int place = at + 3 * index;
            if (place >= text.length() || text.charAt(place) != '%') {
                return PathSyntax.fault(PathFault.NOT_UTF8);
            }
            int next = byteAt(text, place);
            if (next == BAD) {
                return PathSyntax.fault(PathFault.BAD_ESCAPE);
            }
            if ((next & 0xC0) != 0x80) {
                return PathSyntax.fault(PathFault.NOT_UTF8);
            }
            point = point << 6 | next & 0x3F;
        }
        if (point < leastOf(length) || point > Character.MAX_CODE_POINT || point >= 0xD800 && point <= 0xDFFF) {
            return PathSyntax.fault(PathFault.NOT_UTF8);
        }
        return isForbidden(point) ? PathSyntax.fault(PathFault.FORBIDDEN_ESCAPE) : at + 3 * length;
    }

    /** Decodes text whose escapes {@link #scan} has found good. */
    static String decode(String text, int end) {
        var decoded = new StringBuilder(end);
        int at = 0;
        while (at < end) {
            if (text.charAt(at) != '%') {
                decoded.append(text.charAt(at++));
                continue;
            }
            int first = byteAt(text, at);
            int length = lengthOf(first);
            int point = length == 1 ? first : first & 0x7F >> length;
            for (int index = 1; index < length; index++) {
                point = point << 6 | byteAt(text, at + 3 * index) & 0x3F;
            }
            decoded.appendCodePoint(point);
            at += 3 * length;
        }
        return decoded.toString();
    }

    /** Escapes what must not stand in a path or a path pattern as it is. */
    static String encode(String literal) {
        var encoded = new StringBuilder(literal.length());
        for (byte octet : literal.getBytes(StandardCharsets.UTF_8)) {
            if (octet <= ' ' || "#*?{}\"<>^`|\177".indexOf(octet) >= 0) {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            } else {
                encoded.append((char) octet);
            }
        }
        return encoded.toString();
    }

    private static boolean isForbidden(int point) {
        return switch (point) {
            case '/', '\\', '.', '%', ';', 0x2028, 0x2029 -> true;
            default -> point < 0x20 || point >= 0x7F && point < 0xA0;
        };
    }

    /** The number of bytes that a first byte announces, or 0 when it cannot be a first one. */
    private static int lengthOf(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    }

    private static int leastOf(int length) {
        return length == 4 ? 0x10000 : length == 3 ? 0x800 : 0;
    }

    private static int byteAt(String text, int percent) {
        if (percent + 2 >= text.length()) {
            return BAD;
        }
        int high = hexadecimal(text.charAt(percent + 1));
        int low = hexadecimal(text.charAt(percent + 2));
        return high < 0 || low < 0 ? BAD : high << 4 | low;
    }

    static int hexadecimal(char digit) {
        if (digit >= '0' && digit <= '9') {
            return digit - '0';
        }
        int letter = digit | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}

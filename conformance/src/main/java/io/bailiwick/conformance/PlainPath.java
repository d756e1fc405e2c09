package io.bailiwick.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths, read as the access model's section "Paths" says, one rule a line. */
final class PlainPath {
    private static final int MAX_LENGTH = 8 * 1024;
    private static final int MAX_SEGMENTS = 64;

    private PlainPath() {}

    /** The decoded segments, or nothing when the path is malformed. */
    static Optional<List<String>> read(String target) {
        int query = target.indexOf('?');
        var path = query < 0 ? target : target.substring(0, query);
        if (!path.startsWith("/") || path.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (path.equals("/")) {
            return Optional.of(List.of());
        }
        var raw = path.substring(1, path.endsWith("/") ? path.length() - 1 : path.length())
                .split("/", -1);
        if (raw.length > MAX_SEGMENTS) {
            return Optional.empty();
        }
        var segments = new ArrayList<String>();
        for (var segment : raw) {
            var decoded = decode(segment);
            if (decoded.isEmpty() || segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
                return Optional.empty();
            }
            segments.add(decoded.get());
        }
        return Optional.of(segments);
    }

    /** The text behind the escapes, or nothing when a character or an escape is not allowed. */
    static Optional<String> decode(String raw) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                if (c <= ' ' || c > '~' || ";\\#*".indexOf(c) >= 0) {
                    return Optional.empty();
                }
                bytes.write(c);
                continue;
            }
            var digits = raw.substring(i + 1, Math.min(i + 3, raw.length()));
            if (digits.length() < 2 || !digits.chars().allMatch(PlainPath::isHexadecimal)) {
                return Optional.empty();
            }
            int escaped = Integer.parseInt(digits, 16);
            if ("/\\.%;".indexOf(escaped) >= 0) {
                return Optional.empty();
            }
            bytes.write(escaped);
            i += 2;
        }
        return text(bytes.toByteArray());
    }

    private static boolean isHexadecimal(int c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    private static Optional<String> text(byte[] bytes) {
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean forbidden = text.chars().anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
            return forbidden ? Optional.empty() : Optional.of(text);
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}

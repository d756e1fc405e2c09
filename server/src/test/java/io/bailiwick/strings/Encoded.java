package io.bailiwick.strings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A text as it stands in an address. */
final class Encoded {
    private Encoded() {}

    static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.bailiwick.strings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Texts that have broken somebody's software: `strings/big-list-of-naughty-strings.json`. */
public final class NaughtyStrings {
    /** All of them, in their order. */
    public static final List<String> ALL = read();

    private static final Pattern UNFIT =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]");

    /** What Unicode calls default-ignorable, the spaces, and the Braille pattern without a dot. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Z}\\s\\p{Cf}\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u2065\\u2800\\u3164\\uFE00-\\uFE0F"
                    + "\\uFFA0\\uFFF0-\\uFFF8\\x{E0000}-\\x{E0FFF}]*");

    private NaughtyStrings() {}

    /** Whether it is a text of one line that neither hides nor turns what follows: names may be such. */
    public static boolean isOneLine(String text) {
        return !text.isBlank() && !UNFIT.matcher(text.strip()).find();
    }

    /** Whether something of it can be seen. */
    public static boolean isVisible(String text) {
        return !INVISIBLE.matcher(text).matches();
    }

    /**
     * Whether it may be a name.
     *
     * @param most how many characters a name may have
     */
    static boolean isName(String text, int most) {
        return isOneLine(text) && isVisible(text) && length(text.strip()) <= most;
    }

    /** Those that may be a name, several in one: as many as fit, each once, in their order. */
    static List<String> names(int most) {
        return together(ALL.stream().filter(text -> isName(text, most)).toList(), " ", most);
    }

    /** The texts without white space around them, as many in one as fit. */
    public static List<String> together(List<String> texts, String between, int most) {
        var pieces = new ArrayList<String>();
        for (var text : texts) {
            var last = pieces.isEmpty() ? null : pieces.getLast() + between + text.strip();
            if (last == null || length(last) > most) {
                pieces.add(text.strip());
            } else {
                pieces.set(pieces.size() - 1, last);
            }
        }
        return pieces;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static List<String> read() {
        try (var list = NaughtyStrings.class.getResourceAsStream("/strings/big-list-of-naughty-strings.json")) {
            return JsonMapper.shared().readValue(list, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.bailiwick.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Patterns and paths of few words, so that they overlap, nest and nearly match all the time. */
final class RandomPaths {
    private static final List<String> LITERALS = List.of("a", "b", "ab", "aab", "a.b", "%61", "%C3%A9", "B", "a%20b");
    private static final List<String> HOLES = List.of("{x}", "{y}");
    private static final List<String> PARTS =
            List.of("a{x}", "{x}b", "a{x}b", "{x}.b", "aa{y}", "{y}ab", "%C3%A9{x}", "b{x}");
    private static final List<String> SEGMENTS = List.of(
            "a", "b", "ab", "aab", "aabb", "a.b", "axb", ".b", "abab", "%61", "%62", "%C3%A9", "%c3%a9b", "B", "a%20b",
            "...", "%7Bx%7D", "{x}", "e%CC%81", "a+b", "zz");
    private static final List<String> NASTY = List.of(
            "",
            ".",
            "..",
            "%2F",
            "%2f",
            "%5C",
            "%2E",
            "%2e%2e",
            "%25",
            "%3B",
            ";",
            "\\",
            "#",
            "*",
            " ",
            "\t",
            "\u0000",
            "\u007f",
            "\u0085",
            "é",
            "\u2028",
            "%00",
            "%1f",
            "%7F",
            "%C2%80",
            "%C2%A0",
            "%E2%80%A8",
            "%E2%80%A9",
            "%",
            "%4",
            "%zz",
            "%C0%AF",
            "%C3",
            "%FF",
            "%ED%A0%80",
            "%F0%9F%98%80",
            "%3F",
            "%23",
            "%2A",
            "😀",
            "http://a/b");

    private final RandomGenerator random;

    RandomPaths(RandomGenerator random) {
        this.random = random;
    }

    /** A pattern, often one that lies below one of the others. */
    String pattern(List<String> others) {
        var pattern = new StringBuilder();
        if (!others.isEmpty() && random.nextInt(5) < 2) {
            pattern.append(pick(others));
        }
        if (pattern.toString().equals("/")) {
            pattern.setLength(0);
        }
        for (int more = random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3); more > 0; more--) {
            pattern.append('/').append(segment());
        }
        return pattern.isEmpty() ? "/" : pattern.toString();
    }

    private String segment() {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> pick(HOLES);
            case 3, 4, 5 -> pick(PARTS);
            default -> pick(LITERALS);
        };
    }

    /** A path that has a good chance to be covered by the pattern, and a small one to be malformed. */
    String path(String pattern) {
        var segments = new ArrayList<String>();
        for (var segment : pattern.substring(1).split("/")) {
            if (!segment.isEmpty()) {
                segments.add(random.nextInt(8) == 0 ? pick(SEGMENTS) : filled(segment));
            }
        }
        for (int below = random.nextInt(6) - 3; below > 0; below--) {
            segments.add(pick(SEGMENTS));
        }
        if (!segments.isEmpty() && random.nextInt(8) == 0) {
            segments.removeLast();
        }
        if (random.nextInt(12) == 0) {
            spoil(segments);
        }
        var path = "/" + String.join("/", segments);
        return path + pick(List.of("", "", "", "", "", "/", "?", "?x=/../;", "/?y#z"));
    }

    private String filled(String segment) {
        return segment.contains("{") ? segment.replaceFirst("\\{[xy]}", pick(SEGMENTS)) : segment;
    }

    private void spoil(List<String> segments) {
        int at = random.nextInt(segments.size() + 1);
        if (at == segments.size() || random.nextBoolean()) {
            segments.add(at, pick(NASTY));
        } else {
            segments.set(at, segments.get(at) + pick(NASTY));
        }
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}

package io.bailiwick.ui;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes comments and indentation out of our own style sheets and scripts; knows no more of either language. */
final class Minifier {
    private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern AROUND = Pattern.compile(" ?([{};,>]) ?|: ");

    private Minifier() {}

    static String css(String source) {
        var plain = SPACE.matcher(BLOCK_COMMENT.matcher(source).replaceAll("")).replaceAll(" ");
        return AROUND.matcher(plain)
                .replaceAll(found -> found.group(1) == null ? ":" : found.group(1))
                .replace(";}", "}")
                .strip();
    }

    /** Comments must stand on lines of their own. */
    static String js(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line ->
                        !line.isEmpty() && !line.startsWith("//") && !line.startsWith("/*") && !line.startsWith("*"))
                .collect(Collectors.joining("\n"));
    }
}

package io.bailiwick.ui;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The round picture that stands for a person: initials on one of twelve colours.
 *
 * @param initials one or two whole characters as a reader sees them, in any script; {@code ?} when the name has none
 * @param colour 0 to 11, the same for the same seed
 */
public record Avatar(String initials, int colour) {
    private static final int COLOURS = 12;
    /** Neither letter, digit nor picture, nor what joins and tints pictures. */
    private static final Pattern NOT_A_NAME =
            Pattern.compile("[^\\p{L}\\p{M}\\p{N}\\p{So}\\x{1F3FB}-\\x{1F3FF}\\u200D'’-]");

    /** The avatar of a name; the seed (an id or an address) chooses the colour. */
    public static Avatar of(String name, String seed) {
        var words = NOT_A_NAME.matcher(name).replaceAll(" ").strip().split("\\s+");
        var first = initial(words[0]);
        var second = words.length > 1 ? initial(words[words.length - 1]) : "";
        var both = (first + second).toUpperCase(Locale.ROOT);
        return new Avatar(both.isEmpty() ? "?" : both, Math.floorMod(seed.hashCode(), COLOURS));
    }

    private static String initial(String word) {
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(word);
        var end = characters.next();
        return end == BreakIterator.DONE ? "" : word.substring(0, end);
    }
}

package io.bailiwick.users;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which word was meant by one that is not there. */
final class Suggestions {
    private static final int LONGEST = 100;

    private Suggestions() {}

    /** The nearest of the known words; empty when none is near. */
    static Optional<String> nearest(String typed, Collection<String> known) {
        var word = typed.toLowerCase(Locale.ROOT);
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(each -> each.length() <= LONGEST && isNear(word, each.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(each -> distance(word, each.toLowerCase(Locale.ROOT))));
    }

    private static boolean isNear(String word, String known) {
        return word.length() > 2 && known.startsWith(word) || distance(word, known) <= Math.max(1, word.length() / 3);
    }

    /** How many letters were left out, added, replaced, or swapped with their neighbour. */
    static int distance(String one, String other) {
        var rows = new int[one.length() + 1][other.length() + 1];
        for (int left = 0; left <= one.length(); left++) {
            for (int right = 0; right <= other.length(); right++) {
                rows[left][right] = left == 0 || right == 0 ? left + right : step(rows, one, other, left, right);
            }
        }
        return rows[one.length()][other.length()];
    }

    private static int step(int[][] rows, String one, String other, int left, int right) {
        var same = one.charAt(left - 1) == other.charAt(right - 1);
        var least = Math.min(rows[left - 1][right], rows[left][right - 1]) + 1;
        least = Math.min(least, rows[left - 1][right - 1] + (same ? 0 : 1));
        var swapped = left > 1
                && right > 1
                && one.charAt(left - 1) == other.charAt(right - 2)
                && one.charAt(left - 2) == other.charAt(right - 1);
        return swapped ? Math.min(least, rows[left - 2][right - 2] + 1) : least;
    }
}

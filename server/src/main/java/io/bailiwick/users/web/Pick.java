package io.bailiwick.users.web;

import io.bailiwick.ui.Option;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is shown of a list to choose from: what is chosen, then the first that match; the rest is found by searching.
 *
 * @param options what is chosen first
 * @param kept what is chosen besides, too much to be shown; it is sent along in one field, separated by commas
 * @param total how many match in all, chosen or not
 */
public record Pick(List<Option> options, List<String> kept, long total) {
    /** So many are shown unless more are chosen. */
    static final int SHOWN = 50;

    /** So many of those that are chosen are shown. */
    static final int CHOSEN = 100;

    public Pick {
        options = List.copyOf(options);
        kept = List.copyOf(kept);
    }

    /** What was sent of such a list: single values, and several in one separated by commas. */
    static List<String> sent(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .filter(value -> !value.isBlank())
                        .toList();
    }
}

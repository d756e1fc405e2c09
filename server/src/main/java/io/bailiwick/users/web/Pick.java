package io.bailiwick.users.web;

import io.bailiwick.ui.Option;
import java.util.List;

/**
 * What is shown of a list to choose from: what is chosen, then the first that match; the rest is found by searching.
 *
 * @param options what is chosen first
 * @param total how many match in all, chosen or not
 */
public record Pick(List<Option> options, long total) {
    /** So many are shown unless more are chosen. */
    static final int SHOWN = 50;

    public Pick {
        options = List.copyOf(options);
    }
}

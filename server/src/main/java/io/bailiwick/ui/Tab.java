package io.bailiwick.ui;

import org.jspecify.annotations.Nullable;

/**
 * A tab or a saved view: a link with, perhaps, a count.
 *
 * @param text what it says, already in the reader's language
 * @param href where it leads
 * @param count a number or word beside the text, null for none
 * @param counted the id of the place where a later answer writes the count, null for none
 * @param current whether it is the one being shown
 */
public record Tab(
        String text,
        String href,
        @Nullable String count,
        @Nullable String counted,
        boolean current) {
    /** A tab without a count. */
    public static Tab of(String text, String href, boolean current) {
        return new Tab(text, href, null, null, current);
    }

    /** A tab with a count. */
    public static Tab of(String text, String href, String count, boolean current) {
        return new Tab(text, href, count, null, current);
    }

    /** A tab whose count comes later. */
    public static Tab counted(String text, String href, String place, boolean current) {
        return new Tab(text, href, null, place, current);
    }
}

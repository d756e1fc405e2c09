package io.bailiwick.ui;

import org.jspecify.annotations.Nullable;

/**
 * One step of the breadcrumbs.
 *
 * @param text what it says, already in the reader's language
 * @param href where it leads, null for the page itself and for mere headings
 */
public record Crumb(String text, @Nullable String href) {
    /** A step that leads nowhere. */
    public static Crumb of(String text) {
        return new Crumb(text, null);
    }

    /** A step that leads to a page. */
    public static Crumb of(String text, String href) {
        return new Crumb(text, href);
    }
}

package io.bailiwick.ui;

import java.util.List;

/**
 * What stands on every page until it is settled.
 *
 * @param text message key of what it says
 * @param arguments of the text
 * @param href where it is settled
 * @param link message key of what the link says
 * @param action what a button posts to
 * @param button message key of what the button says
 */
public record Notice(String text, List<String> arguments, String href, String link, String action, String button) {
    public Notice {
        arguments = List.copyOf(arguments);
    }
}

package io.bailiwick.invitations;

import org.jspecify.annotations.Nullable;

/**
 * Something in a pasted list that is an address or was to be one.
 *
 * @param line in which it stands, from 1
 * @param from where the address begins in the text
 * @param to where it ends
 * @param address as typed
 * @param name what stood beside it, or null
 */
public record Entry(
        int line,
        int from,
        int to,
        String address,
        @Nullable String name) {
    Entry named(@Nullable String other) {
        return new Entry(line, from, to, address, other);
    }

    /** The text with something else in the place of the address. */
    String replaced(String text, String address) {
        return text.substring(0, from) + address + text.substring(to);
    }
}

package io.bailiwick.users;

import io.bailiwick.network.AllowListText;
import org.jspecify.annotations.Nullable;

/**
 * What an allow-list means before it is saved.
 *
 * @param text the list as written, line by line
 * @param own how it treats the address of whoever asks
 * @param tested how it treats an address that was asked about, or null
 * @param shutOut which of the user's open sessions it would shut out, or null when no user was named
 * @param signIns how many of the user's sign-ins lately came from outside it, or null when no user was named
 */
public record NetworkCheck(
        AllowListText text,
        Passage own,
        @Nullable Passage tested,
        @Nullable ShutOut shutOut,
        @Nullable SignInsOutside signIns) {

    /**
     * How a list treats one address.
     *
     * @param address as asked about
     * @param readable whether it is an address at all
     * @param admitted whether it is let in
     * @param by the line that lets it in; null when none does or the list is empty
     */
    public record Passage(String address, boolean readable, boolean admitted, AllowListText.@Nullable Line by) {}
}

package io.bailiwick.billing;

import org.jspecify.annotations.Nullable;

/**
 * An entry to be made, as on the wire.
 *
 * @param key 1 to 64 characters that the maker chooses anew for each entry: sent again, it makes no second one
 * @param amount a decimal in a text: above zero what was paid in, below zero what is charged
 * @param text what it is for, up to 200 characters
 */
public record EntryForm(
        @Nullable String key,
        @Nullable String amount,
        @Nullable String text) {}

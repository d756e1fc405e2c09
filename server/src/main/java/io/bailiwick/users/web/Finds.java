package io.bailiwick.users.web;

import org.jspecify.annotations.Nullable;

/**
 * What a form without script asks for besides being saved: to find more to choose from, or to test an address. The page
 * is drawn again with everything that was typed.
 */
public record Finds(
        @Nullable String findGroups,
        @Nullable String findPartners,
        @Nullable String findPartner,
        @Nullable String findReseller,
        @Nullable String probe) {
    /** Nothing. */
    public static final Finds NONE = new Finds(null, null, null, null, null);
}

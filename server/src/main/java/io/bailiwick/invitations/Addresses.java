package io.bailiwick.invitations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of addresses to invite.
 *
 * @param text in which they stand
 * @param entries in the order in which they stand
 */
public record Addresses(String text, List<Entry> entries) {
    public Addresses {
        entries = List.copyOf(entries);
    }

    /** As pasted into one text. */
    public static Addresses pasted(@Nullable String text) {
        var whole = text == null ? "" : text;
        return new Addresses(whole, Pasted.read(whole));
    }

    /** As listed one by one; their line is their place, from 1. */
    public static Addresses listed(@Nullable List<@Nullable String> emails) {
        var entries = new ArrayList<Entry>();
        for (var email : emails == null ? List.<String>of() : emails) {
            entries.add(Pasted.one(entries.size() + 1, email == null ? "" : email));
        }
        return new Addresses("", entries);
    }
}

package io.bailiwick.invitations;

import io.bailiwick.kernel.UserId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one address in a list.
 *
 * @param place its place in the list, from 0
 * @param line the line in which it stands, from 1
 * @param text as typed
 * @param name what stands beside it, or what the address suggests
 * @param reason what is wrong, as in the keys of texts; null unless it is invalid
 * @param suggestion what was probably meant, or null
 * @param sameAs the line of the same address before; 0 unless it is a duplicate
 * @param user who has it already, if the actor sees him; or null
 * @param pending whether whoever has it already was invited and has not come yet
 */
public record Verdict(
        int place,
        int line,
        String text,
        String name,
        Finding finding,
        @Nullable String reason,
        @Nullable String suggestion,
        int sameAs,
        @Nullable UserId user,
        boolean pending) {

    /** The four things that can be found. */
    public enum Finding {
        READY,
        DUPLICATE,
        ALREADY_A_USER,
        INVALID;

        /** The word on the wire. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Verdict ready(int place, Entry entry, String name) {
        return new Verdict(place, entry.line(), entry.address(), name, Finding.READY, null, null, 0, null, false);
    }

    static Verdict duplicate(int place, Entry entry, int sameAs) {
        return new Verdict(
                place, entry.line(), entry.address(), "", Finding.DUPLICATE, null, null, sameAs, null, false);
    }

    static Verdict known(int place, Entry entry, @Nullable UserId user, boolean pending) {
        return new Verdict(
                place, entry.line(), entry.address(), "", Finding.ALREADY_A_USER, null, null, 0, user, pending);
    }

    static Verdict invalid(int place, Entry entry, Mending.Fault fault) {
        return new Verdict(
                place,
                entry.line(),
                entry.address(),
                "",
                Finding.INVALID,
                fault.reason().word(),
                fault.suggestion(),
                0,
                null,
                false);
    }

    /** Whether this is what was found. */
    public boolean is(Finding wanted) {
        return finding == wanted;
    }
}

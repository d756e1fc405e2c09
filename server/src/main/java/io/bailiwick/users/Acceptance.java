package io.bailiwick.users;

import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in who accepts an invitation.
 *
 * @param timeZone an IANA name; left out: the one that was given with the invitation
 */
public record Acceptance(
        @Nullable String name,
        @Nullable String password,
        @Nullable String timeZone) {
    /** Never the password. */
    @Override
    public String toString() {
        return "Acceptance[" + name + "]";
    }
}

package io.bailiwick.signin;

import org.jspecify.annotations.Nullable;

/**
 * The first account and its first Administrator.
 *
 * @param account what the account is called
 * @param name the Administrator's name
 * @param email the Administrator's e-mail address
 */
record SetupForm(
        @Nullable String account,
        @Nullable String name,
        @Nullable String email,
        @Nullable String password) {
    /** Never the password. */
    @Override
    public String toString() {
        return "SetupForm[" + account + ", " + email + "]";
    }
}

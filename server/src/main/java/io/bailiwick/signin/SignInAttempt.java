package io.bailiwick.signin;

import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to sign in.
 *
 * @param account the account's short id, or null for the first account
 * @param email as typed
 * @param password as typed
 * @param address the client's address as text
 * @param userAgent what the browser calls itself
 */
public record SignInAttempt(@Nullable String account, String email, String password, String address, String userAgent) {
    /** Never the password. */
    @Override
    public String toString() {
        return "SignInAttempt[" + email + "]";
    }
}

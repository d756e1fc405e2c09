package io.bailiwick.signin;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody was not let in.
 *
 * @param id under which it is recorded, and told to whoever is to hear of it
 * @param user whose e-mail address it is, or null when it is nobody's
 * @param email as typed
 * @param address the client's address as text
 */
public record SignInRefused(
        UUID id, AccountId account, @Nullable UserId user, String email, String address, Reason reason) {
    /** Why. */
    public enum Reason {
        /** Wrong password, nobody's address, or a user that is not active. */
        CREDENTIAL,
        /** The door was closed after too many failures. */
        TOO_OFTEN,
        /** The right password, from an address outside the allow-list. */
        NETWORK
    }
}

package io.bailiwick.users;

import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.UserId;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Users as they are to themselves, whoever asks: for what is mailed to a user or done by a link that he was mailed. Nothing
 * of it may be told to whoever asked.
 */
@Service
public class Selves {
    private final UserStore store;

    Selves(UserStore store) {
        this.store = store;
    }

    /** The user with that id. */
    public Optional<User> find(AccountId account, UserId user) {
        return store.find(account, user, null);
    }

    /** The user with that address, compared without case. */
    public Optional<User> find(AccountId account, String email) {
        return Emails.isValid(email) ? store.find(account, email) : Optional.empty();
    }

    /** Whom the user may ask for help: who created him; empty when that was nobody. */
    public Optional<Creator> creator(AccountId account, UserId user) {
        return store.creator(account, user);
    }

    /** Whether an address is well-formed. */
    public static boolean isAddress(String text) {
        return Emails.isValid(text);
    }
}

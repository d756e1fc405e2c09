package io.bailiwick.me;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes one's own e-mail address: only with the current password. */
@Component
class OwnEmail {
    private final Users users;
    private final Credentials credentials;
    private final CurrentPassword currentPassword;

    OwnEmail(Users users, Credentials credentials, CurrentPassword currentPassword) {
        this.users = users;
        this.credentials = credentials;
        this.currentPassword = currentPassword;
    }

    /**
     * Changes it; it is unverified then, and every other session ends.
     *
     * @param expected the version that the actor saw, or null
     * @throws Refusal.Invalid with the faults of `current` or `email`
     * @throws Refusal.Conflict when somebody else has the address
     * @throws Refusal.TooOften after too many wrong passwords
     */
    User change(Actor actor, @Nullable String current, @Nullable String email, @Nullable Long expected) {
        var proof = currentPassword.require(actor, current);
        return users.readdress(actor, email, expected, () -> credentials.holds(actor.account(), proof));
    }
}

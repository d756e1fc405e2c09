package io.bailiwick.me;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.signin.Attempts;
import io.bailiwick.users.Credentials;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks again for the password that one has, through the counter that all doors share. */
@Component
class CurrentPassword {
    static final String FIELD = "current";

    private final Credentials credentials;
    private final Attempts attempts;

    CurrentPassword(Credentials credentials, Attempts attempts) {
        this.credentials = credentials;
        this.attempts = attempts;
    }

    /**
     * Requires that this is the actor's password. Call it outside of a transaction.
     *
     * @throws Refusal.Invalid with the fault of `current`
     * @throws Refusal.TooOften after too many wrong ones
     */
    void require(Actor actor, @Nullable String current) {
        if (current == null || current.isEmpty()) {
            throw new Refusal.Invalid(FIELD, "Give your current password.");
        }
        var user = actor.user();
        if (user == null || !isCurrent(actor, user, current)) {
            throw new Refusal.Invalid(FIELD, "This is not your current password.");
        }
    }

    private boolean isCurrent(Actor actor, UserId user, String current) {
        return attempts.judge(
                        actor.account(),
                        actor.email(),
                        () -> credentials.verify(actor.account(), user, current) ? Optional.of(user) : Optional.empty())
                .isPresent();
    }
}

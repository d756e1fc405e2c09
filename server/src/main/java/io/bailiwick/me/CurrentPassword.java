package io.bailiwick.me;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.signin.Attempts;
import io.bailiwick.users.Credentials;
import io.bailiwick.users.PasswordProof;
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
     * @return the proof of it, for whoever writes what it is asked for
     * @throws Refusal.Invalid with the fault of `current`
     * @throws Refusal.TooOften after too many wrong ones
     */
    PasswordProof require(Actor actor, @Nullable String current) {
        if (current == null || current.isEmpty()) {
            throw new Refusal.Invalid(FIELD, "Give your current password.");
        }
        var user = actor.user();
        var proof = user == null ? Optional.<PasswordProof>empty() : proof(actor, user, current);
        return proof.orElseThrow(() -> new Refusal.Invalid(FIELD, "This is not your current password."));
    }

    private Optional<PasswordProof> proof(Actor actor, UserId user, String current) {
        return attempts.judge(actor.account(), actor.email(), () -> credentials.prove(actor.account(), user, current));
    }
}

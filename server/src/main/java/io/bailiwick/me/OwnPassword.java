package io.bailiwick.me;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.kernel.UserId;
import io.bailiwick.signin.Attempts;
import io.bailiwick.users.Credentials;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes one's own password: only with the current one, asked for through the counter that all doors share. */
@Component
class OwnPassword {
    private final Credentials credentials;
    private final Attempts attempts;

    OwnPassword(Credentials credentials, Attempts attempts) {
        this.credentials = credentials;
        this.attempts = attempts;
    }

    /**
     * Changes it; every other session ends.
     *
     * @throws Refusal.Invalid with the faults of `current` or `password`
     * @throws Refusal.TooOften after too many wrong ones
     */
    void change(Actor actor, @Nullable String current, @Nullable String password) {
        requireBoth(current, password);
        var user = actor.user();
        if (user == null || current == null || !isCurrent(actor, user, current)) {
            throw new Refusal.Invalid("current", "This is not your current password.");
        }
        credentials.change(actor, password);
    }

    private boolean isCurrent(Actor actor, UserId user, String current) {
        return attempts.judge(
                        actor.account(),
                        actor.email(),
                        () -> credentials.verify(actor.account(), user, current) ? Optional.of(user) : Optional.empty())
                .isPresent();
    }

    private static void requireBoth(@Nullable String current, @Nullable String password) {
        var faults = new ArrayList<Fault>();
        if (current == null || current.isEmpty()) {
            faults.add(new Fault("current", "Give your current password."));
        }
        if (password == null || password.isEmpty()) {
            faults.add(new Fault("password", "Give a new password."));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }
}

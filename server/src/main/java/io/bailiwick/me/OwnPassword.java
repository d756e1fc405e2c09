package io.bailiwick.me;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.Refusal.Invalid.Fault;
import io.bailiwick.users.Credentials;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Changes one's own password: only with the current one. */
@Component
class OwnPassword {
    private final Credentials credentials;
    private final CurrentPassword currentPassword;

    OwnPassword(Credentials credentials, CurrentPassword currentPassword) {
        this.credentials = credentials;
        this.currentPassword = currentPassword;
    }

    /**
     * Changes it; every other session ends.
     *
     * @throws Refusal.Invalid with the faults of `current` or `password`
     * @throws Refusal.TooOften after too many wrong ones
     */
    void change(Actor actor, @Nullable String current, @Nullable String password) {
        requireBoth(current, password);
        var proof = currentPassword.require(actor, current);
        credentials.change(actor, proof, password);
    }

    private static void requireBoth(@Nullable String current, @Nullable String password) {
        var faults = new ArrayList<Fault>();
        if (current == null || current.isEmpty()) {
            faults.add(new Fault(CurrentPassword.FIELD, "Give your current password."));
        }
        if (password == null || password.isEmpty()) {
            faults.add(new Fault("password", "Give a new password."));
        }
        if (!faults.isEmpty()) {
            throw new Refusal.Invalid(faults);
        }
    }
}

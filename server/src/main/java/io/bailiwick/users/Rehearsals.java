package io.bailiwick.users;

import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a write would be refused for, or asked about, without doing it: for forms that are still being filled in. */
@Service
public class Rehearsals {
    private final Users users;
    private final UserReader reader;
    private final GuardRails rails;
    private final Changes changes;

    Rehearsals(Users users, UserReader reader, GuardRails rails, Changes changes) {
        this.users = users;
        this.reader = reader;
        this.rails = rails;
        this.changes = changes;
    }

    /**
     * What stands against the update.
     *
     * @throws Refusal.NotFound when there is no such user in the actor's sight
     */
    @Transactional(readOnly = true)
    public Optional<Refusal> update(Actor actor, UserId id, UnaryOperator<UserForm> change) {
        var user = users.get(actor, id);
        return tried(() -> {
            var faults = new Faults();
            var draft = reader.read(actor, user, change.apply(UserForm.of(user)), faults);
            faults.check();
            rails.update(actor, changes.newest(actor.account()), user, draft, null);
        });
    }

    /** What stands against a new user, but for name, address and password, which may be still to come. */
    @Transactional(readOnly = true)
    public Optional<Refusal> create(Actor actor, UserForm form) {
        return tried(() -> {
            var faults = new Faults();
            var draft = reader.read(actor, null, form, faults);
            faults.without("name", "email").check();
            rails.give(actor, draft);
        });
    }

    private static Optional<Refusal> tried(Runnable write) {
        try {
            write.run();
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }
}

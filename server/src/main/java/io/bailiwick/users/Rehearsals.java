package io.bailiwick.users;

import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.PageRequest;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.previews.Effect;
import io.bailiwick.previews.Previews;
import io.bailiwick.previews.Proposal;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says what a write would be refused for, or asked about, without doing it: for forms that are still being filled in. */
@Service
public class Rehearsals {
    private final Users users;
    private final UserReader reader;
    private final GuardRails rails;
    private final Changes changes;
    private final Previews previews;

    Rehearsals(Users users, UserReader reader, GuardRails rails, Changes changes, Previews previews) {
        this.users = users;
        this.reader = reader;
        this.rails = rails;
        this.changes = changes;
        this.previews = previews;
    }

    /**
     * What stands against the update.
     *
     * @param user as the actor sees the user
     */
    @Transactional(readOnly = true)
    public Optional<Refusal> update(Actor actor, User user, UnaryOperator<UserForm> change) {
        return tried(
                () -> rails.update(actor, changes.newest(actor.account()), user, draft(actor, user, change), null));
    }

    /**
     * What the user would gain and lose by the update; everything stands against it that stands against saving, but for
     * what saving would only ask.
     *
     * @param expected the version that the actor saw, or null
     * @param page which page of the single changes
     */
    public Effect preview(
            Actor actor, UserId id, UnaryOperator<UserForm> change, @Nullable Long expected, PageRequest page) {
        var user = users.get(actor, id);
        Refusal.Stale.check(expected, user.version());
        var draft = draft(actor, user, change);
        try {
            rails.update(actor, changes.newest(actor.account()), user, draft, null);
        } catch (Refusal.Unconfirmed asked) {
            // That is asked when it is saved.
        }
        rails.lastKeyWouldStay(actor, user, draft);
        return previews.of(actor, draft.proposed(user.id()), page);
    }

    /**
     * What the user would lose by being deleted; everything stands against it that stands against deleting.
     *
     * @param expected the version that the actor saw, or null
     * @param page which page of the single changes
     */
    public Effect previewDeletion(Actor actor, UserId id, @Nullable Long expected, PageRequest page) {
        var user = users.get(actor, id);
        Refusal.Stale.check(expected, user.version());
        rails.delete(actor, user);
        rails.lastKeyWouldStay(actor, user, null);
        return previews.of(actor, new Proposal.UsersGo(Set.of(id.value())), page);
    }

    /**
     * What the update would make of the user, whatever stands against saving it.
     *
     * @throws Refusal.NotFound when there is no such user in the actor's sight
     * @throws Refusal.Invalid when the values cannot be
     */
    @Transactional(readOnly = true)
    public Proposal proposed(Actor actor, UserId id, UnaryOperator<UserForm> change) {
        return draft(actor, users.get(actor, id), change).proposed(id);
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

    private Draft draft(Actor actor, User user, UnaryOperator<UserForm> change) {
        var faults = new Faults();
        var draft = reader.read(actor, user, change.apply(UserForm.of(user)), faults);
        faults.check();
        return draft;
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

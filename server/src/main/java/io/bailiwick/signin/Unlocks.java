package io.bailiwick.signin;

import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens the doors that failed attempts have closed to somebody. */
@Service
public class Unlocks {
    private final Users users;
    private final Attempts attempts;
    private final Changes changes;

    Unlocks(Users users, Attempts attempts, Changes changes) {
        this.users = users;
        this.attempts = attempts;
        this.changes = changes;
    }

    /**
     * Opens the doors to a user; nothing happens when they are open.
     *
     * @throws io.bailiwick.kernel.Refusal.NotFound when there is no such user in the actor's sight
     * @throws io.bailiwick.kernel.Refusal.Beyond when the user exceeds the actor
     */
    @Transactional
    public User unlock(Actor actor, UserId id) {
        changes.lock(actor.account());
        var user = users.managed(actor, id);
        if (attempts.forget(actor.account(), user.email())) {
            var item =
                    new Change.Item("user", id.value(), user.email(), Map.of("locked", true), Map.of("locked", false));
            changes.record(actor, Change.of("user.unlocked", new Change.Reach.Nobody(), item));
        }
        return user;
    }
}

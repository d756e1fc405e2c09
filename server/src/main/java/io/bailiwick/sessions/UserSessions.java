package io.bailiwick.sessions;

import io.bailiwick.guard.Guard;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.User;
import io.bailiwick.users.Users;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of somebody else: an administrator sees them and ends them, unless the user exceeds him. */
@Service
public class UserSessions {
    private final Users users;
    private final SessionStore store;
    private final Guard guard;
    private final ApplicationEventPublisher events;

    UserSessions(Users users, SessionStore store, Guard guard, ApplicationEventPublisher events) {
        this.users = users;
        this.store = store;
        this.guard = guard;
        this.events = events;
    }

    /**
     * The open sessions of the user, the one used last first.
     *
     * @throws Refusal.NotFound when there is no such user in the actor's sight
     */
    public List<SeenSession> of(Actor actor, UserId user) {
        return store.list(actor.account(), users.get(actor, user).id());
    }

    /**
     * Ends one of them.
     *
     * @throws Refusal.NotFound when there is no such user in the actor's sight, or no such session of his
     * @throws Refusal.Beyond when the user exceeds the actor
     */
    @Transactional
    public void end(Actor actor, UserId id, UUID session) {
        var user = touched(actor, id);
        if (!store.delete(actor.account(), user.id(), session)) {
            throw new Refusal.NotFound("session");
        }
        ended(actor, user, List.of(session));
    }

    /**
     * Ends all of them.
     *
     * @return how many there were
     * @throws Refusal.NotFound when there is no such user in the actor's sight
     * @throws Refusal.Beyond when the user exceeds the actor
     */
    @Transactional
    public int endAll(Actor actor, UserId id) {
        var user = touched(actor, id);
        var sessions = store.list(actor.account(), user.id()).stream()
                .map(SeenSession::id)
                .toList();
        store.deleteAll(actor.account(), user.id());
        ended(actor, user, sessions);
        return sessions.size();
    }

    private User touched(Actor actor, UserId id) {
        var user = users.get(actor, id);
        guard.mayGive(actor, user.entitlement(), null);
        return user;
    }

    private void ended(Actor actor, User user, List<UUID> sessions) {
        sessions.forEach(session -> events.publishEvent(new SessionEnded(actor, user.id(), session)));
        events.publishEvent(new SessionsChanged(actor.account()));
    }
}

package io.bailiwick.sessions;

import io.bailiwick.accounts.Account;
import io.bailiwick.kernel.AccountId;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.kernel.Refusal;
import io.bailiwick.kernel.UserId;
import io.bailiwick.tokens.Secret;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sessions of signed-in people: opened by sign-in, found by every request, ended at once. */
@Service
public class Sessions {
    private static final int LONGEST_USER_AGENT = 300;

    private final SessionStore store;
    private final SessionCache cache;
    private final LastSeen lastSeen;
    private final ApplicationEventPublisher events;

    Sessions(SessionStore store, SessionCache cache, LastSeen lastSeen, ApplicationEventPublisher events) {
        this.store = store;
        this.cache = cache;
        this.lastSeen = lastSeen;
        this.events = events;
    }

    /**
     * Opens a session under a new secret, whatever the browser held before.
     *
     * @param user an active user of the account, judged by the caller in the same transaction
     * @param address the client's address as text
     * @param userAgent what the browser calls itself; what is no plain text in it is left out
     */
    @Transactional
    public OpenedSession open(Account account, UserId user, String address, String userAgent) {
        store.deleteExpired(account.id(), user);
        var secret = Secret.make(account.shortId());
        var id = Ids.next();
        store.insert(account.id(), id, secret.hash(), user, address, plain(userAgent));
        return new OpenedSession(store.find(account.id(), id).orElseThrow(), secret);
    }

    /**
     * The session of a request, and notes its use.
     *
     * @param cookies every value that the request has for the session cookie; only exactly one can be a session
     * @throws Refusal.Unavailable when the database cannot be asked
     */
    public Optional<Session> find(List<String> cookies) {
        if (cookies.size() != 1) {
            return Optional.empty();
        }
        var session = Secret.read(cookies.getFirst()).flatMap(cache::find);
        session.ifPresent(lastSeen::saw);
        return session;
    }

    /** Whether the session is open as the database says now. */
    boolean isOpen(Session session) {
        return store.isOpen(session.account(), session.id());
    }

    /** The open sessions of the actor, the one used last first. */
    public List<SeenSession> of(Actor actor) {
        return store.list(actor.account(), user(actor));
    }

    /**
     * Ends a session of the actor.
     *
     * @throws Refusal.NotFound when he has none with that id
     */
    @Transactional
    public void end(Actor actor, UUID session) {
        if (!store.delete(actor.account(), user(actor), session)) {
            throw new Refusal.NotFound("session");
        }
        events.publishEvent(new SessionEnded(actor, user(actor), session));
        events.publishEvent(new SessionsChanged(actor.account()));
    }

    /** Ends every session of the actor but this one. */
    @Transactional
    public void endOthers(Actor actor, UUID kept) {
        store.deleteOthers(actor.account(), user(actor), kept)
                .forEach(session -> events.publishEvent(new SessionEnded(actor, user(actor), session)));
        events.publishEvent(new SessionsChanged(actor.account()));
    }

    /** Ends every session of a user, in the transaction of whatever is the reason. */
    @Transactional
    public void endAll(AccountId account, UserId user) {
        store.deleteAll(account, user);
        events.publishEvent(new SessionsChanged(account));
    }

    /** Lets a session go on under a new secret, as at every step up; the old secret is worth nothing any more. */
    @Transactional
    public OpenedSession renew(Account account, Session session) {
        var secret = Secret.make(account.shortId());
        store.renew(account.id(), session.id(), secret.hash());
        events.publishEvent(new SessionsChanged(account.id()));
        return new OpenedSession(session, secret);
    }

    /** Reads the account's sessions anew from now on: something of them is other than before, on whichever node. */
    public void forget(AccountId account) {
        cache.evict(account);
    }

    private static UserId user(Actor actor) {
        var user = actor.user();
        if (user == null) {
            throw new Refusal.SignedOut();
        }
        return user;
    }

    private static String plain(String userAgent) {
        return userAgent
                .codePoints()
                .filter(letter -> letter >= ' ' && letter < 0x7F)
                .limit(LONGEST_USER_AGENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

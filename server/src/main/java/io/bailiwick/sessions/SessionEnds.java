package io.bailiwick.sessions;

import io.bailiwick.accounts.Accounts;
import io.bailiwick.accounts.ChangeRecorded;
import io.bailiwick.accounts.Changes;
import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Change.Reach;
import io.bailiwick.kernel.UserId;
import io.bailiwick.users.EmailChanged;
import io.bailiwick.users.PasswordChanged;
import io.bailiwick.users.RoleChanged;
import io.bailiwick.users.UserDeleted;
import io.bailiwick.users.UserDisabled;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** What happens to a user ends his sessions in the same transaction, and the cache forgets them when it commits. */
@Component
class SessionEnds {
    private final Sessions sessions;
    private final SessionCache cache;
    private final RequestSessions requests;
    private final SessionCookies cookies;
    private final Accounts accounts;
    private final Changes changes;

    SessionEnds(
            Sessions sessions,
            SessionCache cache,
            RequestSessions requests,
            SessionCookies cookies,
            Accounts accounts,
            Changes changes) {
        this.sessions = sessions;
        this.cache = cache;
        this.requests = requests;
        this.cookies = cookies;
        this.accounts = accounts;
        this.changes = changes;
    }

    @EventListener
    void on(UserDisabled disabled) {
        end(disabled.actor(), disabled.user());
    }

    @EventListener
    void on(UserDeleted deleted) {
        end(deleted.actor(), deleted.user());
    }

    @EventListener
    void on(RoleChanged changed) {
        end(changed.actor(), changed.user());
    }

    /** Whoever changed his own password goes on in the session in which he did, under a new secret. */
    @EventListener
    void on(PasswordChanged changed) {
        endOrRenew(changed.actor(), changed.user(), changed.isOwn());
    }

    /** Likewise whoever changed his own address. */
    @EventListener
    void on(EmailChanged changed) {
        endOrRenew(changed.actor(), changed.user(), changed.isOwn());
    }

    /** Other nodes hear of it with the commit. */
    @EventListener
    void on(SessionsChanged changed) {
        changes.announce(changed.account());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void after(SessionsChanged changed) {
        cache.evict(changed.account());
    }

    @TransactionalEventListener(fallbackExecution = true)
    void after(ChangeRecorded recorded) {
        var change = recorded.change();
        if (change.reach() instanceof Reach.Users || change.kind().startsWith("user.")) {
            cache.evict(recorded.actor().account());
        }
    }

    private void endOrRenew(Actor actor, UserId user, boolean own) {
        var exchange = exchange();
        var session = exchange.flatMap(open -> requests.of(open.request()))
                .filter(found -> own && found.user().equals(user));
        if (session.isEmpty()) {
            end(actor, user);
        } else {
            sessions.endOthers(actor, session.get().id());
            var account = accounts.find(actor.account()).orElseThrow();
            var renewed = sessions.renew(account, session.get());
            exchange.ifPresent(open -> cookies.hand(renewed, open.request(), open.response()));
        }
    }

    private void end(Actor actor, UserId user) {
        sessions.endAll(actor.account(), user);
    }

    private record Exchange(HttpServletRequest request, HttpServletResponse response) {}

    /** The one place that asks for the current request: only the cookie that it came with tells which session it was. */
    private static Optional<Exchange> exchange() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            var response = attributes.getResponse();
            return response == null ? Optional.empty() : Optional.of(new Exchange(attributes.getRequest(), response));
        }
        return Optional.empty();
    }
}

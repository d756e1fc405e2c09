package io.bailiwick.audit;

import io.bailiwick.kernel.Actor;
import io.bailiwick.kernel.Ids;
import io.bailiwick.model.Role;
import io.bailiwick.sessions.SessionEnded;
import io.bailiwick.signin.SignInRefused;
import io.bailiwick.signin.UserSignedIn;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes down who came, who went and who was not let in; nobody's addresses too. */
@Component
class SignInLog {
    private final AuditStore store;

    SignInLog(AuditStore store) {
        this.store = store;
    }

    @EventListener
    void on(UserSignedIn signedIn) {
        store.append(Ids.next(), signedIn.actor(), "session.opened", null, Map.of("session", signedIn.session()));
    }

    @EventListener
    void on(SessionEnded ended) {
        store.append(
                Ids.next(),
                ended.actor(),
                "session.ended",
                null,
                Map.of("session", ended.session(), "user", ended.user()));
    }

    @EventListener
    void on(SignInRefused refused) {
        var reason = switch (refused.reason()) {
            case CREDENTIAL -> "credential";
            case TOO_OFTEN -> "too-often";
            case NETWORK -> "network";
        };
        store.append(
                refused.id(),
                somebody(refused),
                "session.refused",
                null,
                Map.of("email", refused.email(), "reason", reason));
    }

    /** Whoever knocked: the user whose address was given, or nobody of that name. */
    private static Actor somebody(SignInRefused refused) {
        return new Actor(
                refused.account(),
                refused.user(),
                refused.email(),
                refused.email(),
                Role.NORMAL,
                ZoneOffset.UTC,
                refused.address(),
                false);
    }
}

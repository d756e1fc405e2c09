package io.bailiwick.signin;

import io.bailiwick.kernel.Refusal;
import io.bailiwick.sessions.RequestSessions;
import io.bailiwick.sessions.Session;
import io.bailiwick.sessions.SessionCookies;
import io.bailiwick.sessions.Sessions;
import io.bailiwick.sessions.Transport;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What the API and the screens have in common on the way in and out. */
@Component
public class Door {
    static final String WRONG = "E-mail address and password do not belong together, or this user may not sign in.";

    private final SignIns signIns;
    private final Sessions sessions;
    private final RequestSessions requests;
    private final SessionCookies cookies;
    private final Transport transport;

    Door(SignIns signIns, Sessions sessions, RequestSessions requests, SessionCookies cookies, Transport transport) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.requests = requests;
        this.cookies = cookies;
        this.transport = transport;
    }

    /** What was typed; the account is its short id, or null for the first one. */
    public record Credentials(@Nullable String account, String email, String password) {
        /** @throws Refusal.Invalid when something is missing */
        public static Credentials of(@Nullable String account, @Nullable String email, @Nullable String password) {
            var faults = new ArrayList<Refusal.Invalid.Fault>();
            if (email == null || email.isBlank()) {
                faults.add(new Refusal.Invalid.Fault("email", "Give your e-mail address."));
            }
            if (password == null || password.isEmpty()) {
                faults.add(new Refusal.Invalid.Fault("password", "Give your password."));
            }
            if (!faults.isEmpty()) {
                throw new Refusal.Invalid(faults);
            }
            return new Credentials(
                    account == null || account.isBlank() ? null : account.strip(),
                    Objects.requireNonNull(email),
                    Objects.requireNonNull(password));
        }

        /** Never the password. */
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    /** Somebody is in. */
    public record Entered(Session session, String csrfToken) {}

    /** Signs in and hands out the cookie; the session that the browser had before is ended. Empty: refused. */
    public Optional<Entered> enter(Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        cookies.requirePrivacy(request);
        var attempt = new SignInAttempt(
                credentials.account(),
                credentials.email(),
                credentials.password(),
                transport.address(request),
                Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""));
        return signIns.signIn(attempt).map(opened -> {
            requests.of(request).ifPresent(before -> end(before, request));
            return new Entered(opened.session(), cookies.hand(opened, request, response));
        });
    }

    /** Ends the session, if there is one, on the server and in the browser. */
    void leave(HttpServletRequest request, HttpServletResponse response) {
        requests.of(request).ifPresent(session -> end(session, request));
        cookies.take(request, response);
    }

    private void end(Session session, HttpServletRequest request) {
        try {
            sessions.end(session.actor(transport.address(request)), session.id());
        } catch (Refusal.NotFound alreadyEnded) {
            // by another request of the same browser
        }
    }
}
